import type { Mode } from '../../shared/access/roles.ts';
import { type Board, SCHEMA } from '../../shared/board/board.ts';
import type { Id } from '../../shared/board/ids.ts';
import { mapOrganisations } from '../../shared/board/mapOrganisations.ts';
import { encodeBoard } from '../../shared/doc/encodeBoard.ts';
import { isTemplateName } from '../../shared/exchange/templateInfo.ts';
import { boardFromTemplate } from '../../shared/exchange/templates.ts';
import { insertBoard } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { insertMembership } from '../db/memberships.ts';
import { findOrganisation, type OrganisationRow } from '../db/organisations.ts';
import { addParties } from './addParties.ts';
import type { ServiceContext } from './context.ts';
import { letInToDrafts } from './drafts/letInToDrafts.ts';
import { organisationByName } from './organisationByName.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { newId } from './secrets.ts';

export interface NewBoard {
  readonly title: string;
  readonly template: string;
  readonly years?: readonly number[] | undefined;
  readonly mode?: Mode | undefined;
  /** The organisation for which the facilitator makes it and that takes the municipality's place; absent: the person's own. */
  readonly organisation?: { readonly id: Id; readonly name: string } | undefined;
}

async function organisationOf(db: Db, person: Person): Promise<OrganisationRow> {
  const own = person.organisationId === null ? undefined : await findOrganisation(db, person.organisationId);
  if (!own) throw new Problem('invalidInput', { fields: ['organisation'] });
  return own;
}

/** Ids for the template's organisations: of those of the same name that exist here already, else new ones. */
async function withOwnIds(db: Db, board: Board, own: Id, now: Date): Promise<Board> {
  const ids = new Map<Id, Id>();
  for (const { id, name } of board.organisations.values()) {
    ids.set(id, id === own ? own : (await organisationByName(db, name, now)).id);
  }
  return mapOrganisations(board, ids);
}

function ownersOf(board: Board): Id[] {
  return [...new Set([...board.activities.values()].map((activity) => activity.owner))];
}

/**
 * Makes a board from a template, with the person as its facilitator. Nobody sees it before it is whole: the person
 * is put on it last.
 * @throws Problem `invalidInput` for an unknown template or a person without organisation; `tooManyParties`
 */
export async function createBoard(context: ServiceContext, person: Person, wanted: NewBoard): Promise<Id> {
  if (!isTemplateName(wanted.template)) throw new Problem('invalidInput', { fields: ['template'] });
  const own = wanted.organisation ?? (await organisationOf(context.db, person));
  const { id: organisationId, name } = own;
  const template = await boardFromTemplate(wanted.template, {
    years: wanted.years,
    organisation: { id: organisationId, name },
  });
  const now = context.now();
  const at = now.toISOString();
  const id = newId();
  const board = await context.db.transaction().execute(async (tx) => {
    const mapped = await withOwnIds(tx, template, organisationId, now);
    const { title, mode = 'open', template: made } = wanted;
    const counters = { generation: 1, schema: SCHEMA, sequence: 0, rightsVersion: 0, namedVersion: 0 };
    const times = { createdAt: at, updatedAt: at, closedAt: null };
    await insertBoard(tx, { id, title, mode, template: made, createdBy: person.id, ...counters, ...times });
    await addParties(tx, id, [...new Set([organisationId, ...ownersOf(mapped)])]);
    return mapped;
  });
  await context.live.write(id, encodeBoard(board), person.id);
  const membership = { boardId: id, userId: person.id, organisationId, role: 'facilitator', createdAt: at } as const;
  await context.db.transaction().execute(async (tx) => {
    await insertMembership(tx, membership);
    await letInToDrafts(tx, { boardId: id, organisationId, userId: person.id }, now);
    const subject = { boardId: id, organisationId, subjectId: id };
    await context.audit.write(tx, {
      action: 'board.made',
      actor: person,
      ...subject,
      detail: { template: wanted.template },
    });
  });
  return id;
}
