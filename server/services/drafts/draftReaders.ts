import type { Id } from '../../../shared/board/ids.ts';
import type { DraftReaders } from '../../../shared/protocol/drafts.ts';
import { lockBoard, raiseRightsVersion } from '../../db/boards.ts';
import type { Db } from '../../db/database.ts';
import { admitDraftReader, draftReadersOf, endDraftReading } from '../../db/draftReaders.ts';
import { peopleOf } from '../../db/memberships.ts';
import { boardOf } from '../boardAccess.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { rightsChanged } from '../rightsChanged.ts';

/** The caller's organisation on the board, with who is there for it and which of them see its drafts. */
async function circleOf(db: Db, person: Person, boardId: Id) {
  const { membership } = await boardOf(db, person, boardId);
  const { organisationId } = membership;
  const colleagues = (await peopleOf(db, boardId)).filter((each) => each.organisationId === organisationId);
  const rows = await draftReadersOf(db, boardId, organisationId);
  const seeing = new Set(rows.filter(({ endedAt }) => endedAt === null).map(({ userId }) => userId));
  return { organisationId, colleagues, seeing };
}

/**
 * Who sees the drafts of the caller's organisation on a board, told to everyone who is there for it.
 * @throws Problem `notFound`
 */
export async function listDraftReaders({ db }: ServiceContext, person: Person, boardId: Id): Promise<DraftReaders> {
  const { colleagues, seeing } = await circleOf(db, person, boardId);
  const named = (sees: boolean) =>
    colleagues.filter(({ userId }) => seeing.has(userId) === sees).map(({ userId, name }) => ({ userId, name }));
  return { mine: seeing.has(person.id), readers: named(true), others: named(false) };
}

/**
 * Lets a colleague see the drafts of the organisation, or no longer (`docs/board-spec.md`, W2). Only who sees them may,
 * and nobody shuts out themselves: one at least goes on.
 * @throws Problem `notFound` (board, or nobody of the organisation), `notAllowed`
 */
export async function setDraftReader(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  userId: Id,
  sees: boolean,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const { organisationId, colleagues, seeing } = await circleOf(tx, person, boardId);
    if (!seeing.has(person.id) || (!sees && userId === person.id)) throw new Problem('notAllowed');
    if (!colleagues.some((each) => each.userId === userId)) throw new Problem('notFound');
    const now = context.now().toISOString();
    const reader = { boardId, organisationId, userId, admittedBy: person.id, admittedAt: now };
    if (!sees) await endDraftReading(tx, boardId, userId, now, organisationId);
    else if (!seeing.has(userId)) await admitDraftReader(tx, reader);
    await raiseRightsVersion(tx, boardId);
  });
  rightsChanged(context, boardId);
}
