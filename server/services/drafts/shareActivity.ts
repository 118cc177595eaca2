import { documentAccess } from '../../../shared/access/documentAccess.ts';
import { documentKey, draft, party } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { editStates } from '../../../shared/doc/editStates.ts';
import { shareDraft } from '../../../shared/doc/shareDraft.ts';
import { boardState, participantOf } from '../../db/boardRights.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { newId } from '../secrets.ts';

/** The newest sharing on each board: of two at once the second sees what the first did. */
const busy = new Map<Id, Promise<void>>();

async function share(context: ServiceContext, person: Person, boardId: Id, activityId: Id): Promise<void> {
  const { db, live } = context;
  const participant = await participantOf(db, boardId, person.id);
  const board = participant && (await boardState(db, boardId));
  if (!board) throw new Problem('notFound');
  const { organisationId } = participant;
  const [from, to] = [draft(organisationId), party(organisationId)];
  // Who does not see the draft is told what they would be told of a card that is not there.
  if (documentAccess(participant, from, board.mode, board.settings) === 'none') throw new Problem('notFound');
  if (board.mode === 'closed') throw new Problem('boardClosed');
  const mayWrite = [from, to].every((ref) => documentAccess(participant, ref, board.mode, board.settings) === 'write');
  if (!mayWrite) throw new Problem('notAllowed');
  if (board.schema > context.shape.schema) throw new Problem('boardTooNew');
  // The party document first: it is sent first, so that the card is on every screen when it leaves the draft.
  const keys = [documentKey(to), documentKey(from)];
  const states = [];
  for (const key of keys) states.push({ key, owner: organisationId, state: await live.readDocument(boardId, key) });
  let isShared = false;
  const edits = editStates(states, (documents) => {
    const [target, source] = keys.map((key) => documents.get(key));
    if (source && target) isShared = shareDraft(source, target, activityId, context.now().toISOString(), newId());
  });
  if (!isShared) throw new Problem('notFound');
  await live.write(boardId, edits, person.id);
}

/**
 * Shows a card of the organisation's draft to everyone: it goes to the party document, under the same id. Journalled
 * in one transaction. What a colleague still writes in the draft is kept there.
 * @throws Problem `notFound` (board or card; also for who does not see the draft), `boardClosed`, `notAllowed`,
 *   `boardTooNew`, `storeUnavailable`
 */
export async function shareActivity(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  activityId: Id,
): Promise<void> {
  const before = busy.get(boardId) ?? Promise.resolve();
  const mine = before.then(
    () => share(context, person, boardId, activityId),
    () => share(context, person, boardId, activityId),
  );
  busy.set(boardId, mine);
  try {
    await mine;
  } finally {
    if (busy.get(boardId) === mine) busy.delete(boardId);
  }
}
