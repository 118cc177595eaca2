import { SIGN_INS } from '../../shared/access/auditActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { RightsOverview } from '../../shared/protocol/audit.ts';
import { workingTokens } from '../db/accessTokens.ts';
import { lastTimes } from '../db/auditEvents.ts';
import { invitationsSince } from '../db/invitations.ts';
import { peopleOf } from '../db/memberships.ts';
import { organisationNames } from '../db/organisations.ts';
import { userNames } from '../db/users.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { shownAccessToken } from './shownAccessToken.ts';

/**
 * Who may do what on a board now, to be looked through and printed each quarter.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function rightsOverview(
  { db, now }: ServiceContext,
  person: Person,
  boardId: Id,
): Promise<RightsOverview> {
  const { board } = await boardFor(db, person, boardId, 'seeRights');
  const at = now().toISOString();
  const people = await peopleOf(db, boardId);
  const invitations = (await invitationsSince(db, boardId, at)).filter(
    ({ used, mostUses }) => mostUses === null || used < mostUses,
  );
  const tokens = await workingTokens(db, boardId, at);
  const ids = [...people, ...invitations].map((row) => row.organisationId);
  const organisations = await organisationNames(db, [...new Set(ids)]);
  const organisation = (id: Id): { id: Id; name: string } => ({ id, name: organisations.get(id) ?? '' });
  const userIds = people.map(({ userId }) => userId);
  const signedIn = await lastTimes(db, userIds, SIGN_INS);
  const inviters = await userNames(db, [...new Set(invitations.map(({ createdBy }) => createdBy))]);
  return {
    board: { title: board.title, mode: board.mode, closedAt: board.closedAt },
    at,
    people: people.map(({ userId, name, email, organisationId, role, createdAt }) => ({
      userId,
      name,
      ...(email === null ? {} : { email }),
      organisation: organisation(organisationId),
      role,
      since: createdAt,
      lastSignIn: signedIn.get(userId) ?? null,
    })),
    invitations: invitations.map(({ id, organisationId, role, createdBy, createdAt, expiresAt, used }) => ({
      id,
      organisation: organisation(organisationId),
      role,
      invitedBy: inviters.get(createdBy) ?? '',
      createdAt,
      expiresAt,
      used,
    })),
    tokens: tokens.map(shownAccessToken),
  };
}
