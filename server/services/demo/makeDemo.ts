import type { Mode } from '../../../shared/access/roles.ts';
import type { Organisation } from '../../../shared/board/board.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { type PlanTemplateName, TEMPLATE_INFO } from '../../../shared/exchange/templateInfo.ts';
import { boardFromTemplate } from '../../../shared/exchange/templates.ts';
import { insertUser } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import { createBoard } from '../createBoard.ts';
import { letInToDrafts } from '../drafts/letInToDrafts.ts';
import { joinBoard } from '../joinBoard.ts';
import { organisationByName } from '../organisationByName.ts';
import type { Person } from '../person.ts';
import { newId } from '../secrets.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demoPeople.ts';

/** The example comes last, so that it stands first in the list of boards. It shows what an owner's document is. */
const BOARDS: readonly { readonly template: PlanTemplateName; readonly mode: Mode }[] = [
  { template: 'dalfsen-2023', mode: 'open' },
  { template: 'lelystad-2017', mode: 'open' },
  { template: 'deventer-2022', mode: 'open' },
  { template: 'deventer-2024-2025', mode: 'open' },
  { template: 'voorbeeld-2026', mode: 'own' },
];

interface Sides {
  readonly municipality: Organisation;
  readonly partner: Organisation;
}

/** The organisations that the demo's people stand for on the board of a plan. */
async function sidesOf(template: PlanTemplateName): Promise<Sides> {
  const board = await boardFromTemplate(template);
  const all = [...board.organisations.values()];
  const municipality = all.find(({ kind }) => kind === 'municipality');
  if (!municipality) throw new Error(`no municipality in ${template}`);
  const owners = new Set([...board.activities.values()].map((activity) => activity.owner));
  const partners = all.filter(({ kind }) => kind === 'partner');
  const partner = partners.find(({ id }) => owners.has(id)) ?? partners[0] ?? municipality;
  return { municipality, partner };
}

async function makePerson(context: ServiceContext, demo: DemoPerson, organisationId: Id): Promise<Person> {
  const at = context.now().toISOString();
  const account = { administrator: 0, passwordHash: null, language: 'nl', createdAt: at, deactivatedAt: null } as const;
  const { name, email } = demo;
  const person: Person = { id: newId(), name, email, emailConfirmedAt: at, organisationId, ...account };
  await insertUser(context.db, person);
  return person;
}

async function makeBoard(
  context: ServiceContext,
  people: ReadonlyMap<DemoPerson, Person>,
  facilitator: Person,
  { template, mode }: (typeof BOARDS)[number],
): Promise<void> {
  const { municipality, partner } = await sidesOf(template);
  const organisation = await organisationByName(context.db, municipality.name, context.now());
  const wanted = { title: TEMPLATE_INFO[template].title, template, mode, organisation };
  const boardId = await createBoard(context, facilitator, wanted);
  const partnerRow = await organisationByName(context.db, partner.name, context.now());
  for (const [{ role }, { id: userId }] of people) {
    if (userId === facilitator.id) continue;
    const organisationId = role === 'member' ? partnerRow.id : organisation.id;
    const joining = { boardId, userId, organisationId, role };
    await context.db.transaction().execute(async (tx) => {
      await joinBoard(tx, joining, context.now());
      await letInToDrafts(tx, { boardId, organisationId, userId, invitedBy: facilitator.id }, context.now());
    });
  }
}

/** Makes the people of the demo, the example board and the boards of the real plans, in a store without people. */
export async function makeDemo(context: ServiceContext): Promise<void> {
  const { municipality, partner } = await sidesOf('voorbeeld-2026');
  const own = await organisationByName(context.db, municipality.name, context.now());
  const other = await organisationByName(context.db, partner.name, context.now());
  const people = new Map<DemoPerson, Person>();
  for (const demo of DEMO_PEOPLE) {
    people.set(demo, await makePerson(context, demo, demo.role === 'member' ? other.id : own.id));
  }
  const [facilitator] = people.values();
  if (!facilitator) throw new Error('the demo has no people');
  for (const board of BOARDS) await makeBoard(context, people, facilitator, board);
}
