import type { Board } from '../../../shared/board/board.ts';
import { documentKey, FRAME, party } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { HeldState } from '../../../shared/doc/editStates.ts';
import { boardOfStates } from '../../../shared/doc/states.ts';
import { partiesOf } from '../../db/boardParties.ts';
import type { ServiceContext } from '../context.ts';

type Reader = Pick<ServiceContext, 'db' | 'live'>;

/** The board as its documents have it now, with the texts of cards only where it is not in memory. */
export async function boardNow({ db, live }: Reader, boardId: Id): Promise<Board> {
  const refs = [FRAME, ...(await partiesOf(db, boardId)).map(party)];
  const known = await live.readRecords(boardId, refs);
  if (known) return known;
  const states: (readonly [(typeof refs)[number], Uint8Array])[] = [];
  for (const ref of refs) states.push([ref, await live.readDocument(boardId, documentKey(ref))]);
  return boardOfStates(states);
}

/** The party documents of these organisations as they are now, each once. */
export async function statesOf({ live }: Reader, boardId: Id, owners: readonly Id[]): Promise<HeldState[]> {
  const states: HeldState[] = [];
  for (const owner of new Set(owners)) {
    const key = documentKey(party(owner));
    states.push({ key, owner, state: await live.readDocument(boardId, key) });
  }
  return states;
}
