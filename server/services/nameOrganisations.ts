import type { Board } from '../../shared/board/board.ts';
import { documentKey, FRAME } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { organisationCode, organisationColour } from '../../shared/board/organisationCode.ts';
import type { CommandContext, Patch } from '../../shared/commands/command.ts';
import { addOrganisation } from '../../shared/commands/editOrganisation.ts';
import { boardOfStates, patchState } from '../../shared/doc/states.ts';
import { organisationsOnBoard } from '../db/boardOrganisations.ts';
import { findBoard, updateBoard } from '../db/boards.ts';
import type { ServiceContext } from './context.ts';
import { newId } from './secrets.ts';

interface Named {
  readonly id: Id;
  readonly name: string;
}

function commandContext(context: ServiceContext, organisationId: Id): CommandContext {
  const now = context.now().toISOString();
  return { now, organisationId, writeRefusal: () => undefined, mayArchive: () => true, newId, random: Math.random };
}

/** Adds one organisation to the board value, and what that changes in the frame. */
function add(context: ServiceContext, board: Board, { id, name }: Named): { board: Board; patches: readonly Patch[] } {
  const present = [...board.organisations.values()];
  const code = organisationCode(name, [], new Set(present.map((organisation) => organisation.code)));
  const colour = organisationColour(present.map((organisation) => organisation.colour));
  const kind = /^gemeente\b/i.test(name) ? ('municipality' as const) : ('partner' as const);
  const fields = { name, code, colour, kind };
  const result = addOrganisation(board, { id, ...fields }, commandContext(context, id));
  if (!result.ok) throw new Error(`organisation ${id} cannot be named on the board: ${result.code}`);
  const organisations = new Map([...board.organisations, [id, { id, ...fields }]]);
  return { board: { ...board, organisations }, patches: result.patches };
}

async function nameMissing(context: ServiceContext, boardId: Id): Promise<void> {
  const row = await findBoard(context.db, boardId);
  if (!row || row.namedVersion >= row.rightsVersion) return;
  const wanted = await organisationsOnBoard(context.db, boardId, context.now().toISOString());
  const state = await context.live.readDocument(boardId, documentKey(FRAME));
  let board = boardOfStates([[FRAME, state]]);
  const patches: Patch[] = [];
  for (const organisation of wanted.filter(({ id }) => !board.organisations.has(id))) {
    const added = add(context, board, organisation);
    board = added.board;
    patches.push(...added.patches);
  }
  if (patches.length > 0) {
    await context.live.write(boardId, new Map([[documentKey(FRAME), patchState(state, patches)]]), null);
  }
  await updateBoard(context.db, boardId, { namedVersion: row.rightsVersion });
}

const busy = new Map<Id, Promise<void>>();

/**
 * Gives the frame a record of each organisation that has people, an open invitation or a document on the board.
 * Only the process that serves the board calls this; one at a time for each board, so that no code is given twice.
 */
export async function nameOrganisations(context: ServiceContext, boardId: Id): Promise<void> {
  const before = busy.get(boardId) ?? Promise.resolve();
  const mine = before.then(
    () => nameMissing(context, boardId),
    () => nameMissing(context, boardId),
  );
  busy.set(boardId, mine);
  try {
    await mine;
  } finally {
    if (busy.get(boardId) === mine) busy.delete(boardId);
  }
}

/**
 * The same after something that is done already: a store that fails now must not undo it in the eyes of who asked.
 * What was not named is named when someone opens the board.
 */
export async function nameInPassing(context: ServiceContext, boardId: Id): Promise<void> {
  try {
    await nameOrganisations(context, boardId);
  } catch (error) {
    context.logger.error({ err: error, boardId }, 'an organisation is not named on its board yet');
  }
}
