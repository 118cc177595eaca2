import { documentAccess } from '../../shared/access/documentAccess.ts';
import { allDocuments, type DocumentRef } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { documentName } from '../../shared/doc/names.ts';
import type { BoardDetail, BoardDocument } from '../../shared/protocol/api.ts';
import { boardState, participantOf } from '../db/boardRights.ts';
import { boardsOfUser } from '../db/boardSummaries.ts';
import { hatsOf } from '../db/hats.ts';
import { organisationNames } from '../db/organisations.ts';
import type { ServiceContext } from './context.ts';
import { summariesOf } from './listBoards.ts';
import { nameInPassing } from './nameOrganisations.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';

/**
 * A board as the person sees it, with the documents they may read.
 * @throws Problem `notFound` for who is not on it
 */
export async function boardDetail(context: ServiceContext, person: Person, boardId: Id): Promise<BoardDetail> {
  // A store that takes nothing now must not keep anyone from reading.
  await nameInPassing(context, boardId);
  const [summary] = await summariesOf(context.db, await boardsOfUser(context.db, person.id, boardId));
  const participant = await participantOf(context.db, boardId, person.id);
  const state = await boardState(context.db, boardId);
  if (!summary || !state) throw new Problem('notFound');
  const describe = (ref: DocumentRef): BoardDocument[] => {
    const access = documentAccess(participant, ref, state.mode, state.settings);
    return access === 'none' ? [] : [{ name: documentName(boardId, ref), ...ref, access }];
  };
  const documents = allDocuments(state.parties).flatMap(describe);
  const { generation, schema, settings } = state;
  const others = await hatsOf(context.db, boardId, person.id);
  const names = await organisationNames(
    context.db,
    others.map(({ organisationId }) => organisationId),
  );
  const hats = [
    summary.organisation,
    ...others.map(({ organisationId }) => ({ id: organisationId, name: names.get(organisationId) ?? '' })),
  ];
  const isContact = participant?.isContact === true;
  return { ...summary, isContact, hats, settings, generation, schema, documents };
}
