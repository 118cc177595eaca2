import type { Kysely } from 'kysely';
import { insertParties } from '../../server/db/boardParties.ts';
import { insertBoard, updateBoard } from '../../server/db/boards.ts';
import { insertMembership, updateMembership } from '../../server/db/memberships.ts';
import { insertOrganisations } from '../../server/db/organisations.ts';
import type { Tables } from '../../server/db/schema.ts';
import { insertUser } from '../../server/db/users.ts';
import type { Mode, Role } from '../../shared/access/roles.ts';

const NOW = '2026-01-01T00:00:00.000Z';

/** People of the test boards: two members of two organisations, a facilitator, a commenter, a viewer, a stranger. */
export const PEOPLE = {
  facilitator: { role: 'facilitator', organisationId: 'gemeente' },
  memberA: { role: 'member', organisationId: 'ggd' },
  memberB: { role: 'member', organisationId: 'welzijn' },
  commenter: { role: 'commenter', organisationId: 'welzijn' },
  viewer: { role: 'viewer', organisationId: 'gemeente' },
  stranger: undefined,
} as const satisfies Record<string, { role: Role; organisationId: string } | undefined>;
export type PersonName = keyof typeof PEOPLE;
const PARTIES = ['gemeente', 'ggd', 'welzijn'] as const;

/** Puts the people into the database; each is a user with the name as id. */
export async function insertPeople(db: Kysely<Tables>): Promise<void> {
  await insertOrganisations(
    db,
    PARTIES.map((id) => ({ id, name: `Organisatie ${id}`, createdAt: NOW })),
  );
  for (const id of Object.keys(PEOPLE)) {
    await insertUser(db, {
      id,
      email: `${id}@voorbeeld.nl`,
      emailConfirmedAt: null,
      name: `Naam van ${id}`,
      organisationId: null,
      administrator: 0,
      passwordHash: null,
      language: 'nl',
      createdAt: NOW,
    });
  }
}

/** An empty board with the three parties and everyone but the stranger. */
export async function insertTestBoard(db: Kysely<Tables>, id: string, mode: Mode = 'open'): Promise<void> {
  await insertBoard(db, {
    id,
    title: `Bord ${id}`,
    mode,
    generation: 1,
    schema: 1,
    sequence: 0,
    rightsVersion: 0,
    namedVersion: 0,
    template: null,
    createdAt: NOW,
    createdBy: 'facilitator',
    updatedAt: NOW,
    closedAt: null,
  });
  await insertParties(db, id, PARTIES);
  for (const [userId, person] of Object.entries(PEOPLE)) {
    if (person) await insertMembership(db, { boardId: id, userId, createdAt: NOW, ...person });
  }
}

export async function setMode(db: Kysely<Tables>, boardId: string, mode: Mode): Promise<void> {
  await updateBoard(db, boardId, { mode });
}

export async function setRole(db: Kysely<Tables>, boardId: string, userId: string, role: Role): Promise<void> {
  await updateMembership(db, boardId, userId, { role });
}
