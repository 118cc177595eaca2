import { documentKey, sharedDocuments } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { insertParties, partiesOf } from '../db/boardParties.ts';
import { insertBoard } from '../db/boards.ts';
import { insertMembership } from '../db/memberships.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { letInToDrafts } from './drafts/letInToDrafts.ts';
import { nameOrganisations } from './nameOrganisations.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { newId } from './secrets.ts';

/**
 * Makes a board with the same shared documents and record ids. Drafts are not copied, not one's own either: what was
 * not shared goes nowhere. People are not copied: who copies becomes its facilitator,
 * for the organisation for which they are on the other one. A closed board can be copied; the copy is open.
 * @throws Problem `notFound`, `notAllowed`, `boardTooNew`
 */
export async function copyBoard(context: ServiceContext, person: Person, boardId: Id, title: string): Promise<Id> {
  const { board, membership } = await boardFor(context.db, person, boardId, 'copy');
  if (board.schema > context.shape.schema) throw new Problem('boardTooNew');
  await nameOrganisations(context, boardId);
  const parties = await partiesOf(context.db, boardId);
  const documents = new Map<string, Uint8Array>();
  for (const key of sharedDocuments(parties).map(documentKey)) {
    documents.set(key, await context.live.readDocument(boardId, key));
  }
  const id = newId();
  const at = context.now().toISOString();
  await context.db.transaction().execute(async (tx) => {
    const { mode, schema, template } = board;
    const counters = { generation: 1, schema, sequence: 0, rightsVersion: 0, namedVersion: 0 };
    const times = { createdAt: at, updatedAt: at, closedAt: null };
    await insertBoard(tx, { id, title, mode, template, createdBy: person.id, ...counters, ...times });
    await insertParties(tx, id, parties);
  });
  await context.live.write(id, documents, person.id);
  const { organisationId } = membership;
  const mine = { boardId: id, userId: person.id, organisationId, role: 'facilitator', createdAt: at } as const;
  await context.db.transaction().execute(async (tx) => {
    await insertMembership(tx, mine);
    // Each board's log tells it, and neither what the other board is.
    await context.audit.write(
      tx,
      { action: 'board.copied', actor: person, boardId, organisationId, subjectId: boardId },
      { action: 'board.made', actor: person, boardId: id, organisationId, subjectId: id, detail: { copy: true } },
    );
  });
  await letInToDrafts(context.db, { boardId: id, organisationId, userId: person.id }, context.now());
  return id;
}
