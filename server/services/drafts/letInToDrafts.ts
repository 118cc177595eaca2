import type { Id } from '../../../shared/board/ids.ts';
import type { Db } from '../../db/database.ts';
import { admitDraftReader, draftReadersOf } from '../../db/draftReaders.ts';

/** Someone who came onto a board, for an organisation. */
export interface Arrival {
  readonly boardId: Id;
  readonly organisationId: Id;
  readonly userId: Id;
  /** Whose invitation it was; absent where nobody invited: who makes a board, or whom the operator puts there. */
  readonly invitedBy?: Id;
}

/**
 * Decides, within the caller's transaction, whether who comes onto a board sees the drafts of the organisation there
 * (`docs/board-spec.md`, W2): the first who comes for it does, and after that only whom someone brings in who sees
 * them. A facilitator of another organisation brings in nobody, themselves included.
 */
export async function letInToDrafts(db: Db, { invitedBy, ...arrival }: Arrival, now: Date): Promise<void> {
  const readers = await draftReadersOf(db, arrival.boardId, arrival.organisationId);
  const isFirst = readers.length === 0;
  const isVouchedFor = readers.some((reader) => reader.userId === invitedBy && reader.endedAt === null);
  if (!isFirst && !isVouchedFor) return;
  await admitDraftReader(db, {
    ...arrival,
    admittedBy: isFirst ? null : (invitedBy ?? null),
    admittedAt: now.toISOString(),
  });
}
