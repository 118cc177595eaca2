import { isBoardActionAllowed } from '../../shared/access/boardActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { People } from '../../shared/protocol/api.ts';
import { openInvitations } from '../db/invitations.ts';
import { peopleOf } from '../db/memberships.ts';
import { organisationNames } from '../db/organisations.ts';
import { boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';

/**
 * Everyone on the board; addresses and open invitations only for who may invite.
 * @throws Problem `notFound`
 */
export async function listPeople({ db, now }: ServiceContext, person: Person, boardId: Id): Promise<People> {
  const { membership } = await boardOf(db, person, boardId);
  const mayInvite = isBoardActionAllowed('invite', membership.role);
  const people = await peopleOf(db, boardId);
  const invitations = mayInvite ? await openInvitations(db, boardId, now().toISOString()) : [];
  const ids = [...people, ...invitations].map((row) => row.organisationId);
  const names = await organisationNames(db, [...new Set(ids)]);
  const organisation = (id: Id): { id: Id; name: string } => ({ id, name: names.get(id) ?? '' });
  return {
    participants: people.map(({ userId, name, email, organisationId, role, isGuest }) => ({
      userId,
      name,
      ...(mayInvite && email !== null ? { email } : {}),
      organisation: organisation(organisationId),
      role,
      ...(isGuest && { guest: true as const }),
    })),
    invitations: invitations.map(({ id, organisationId, role, createdAt, expiresAt, used }) => ({
      id,
      organisation: organisation(organisationId),
      role,
      createdAt,
      expiresAt,
      used,
    })),
  };
}
