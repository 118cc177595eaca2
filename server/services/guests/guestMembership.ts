import type { Id } from '../../../shared/board/ids.ts';
import { type GuestRow, typedOrganisationId } from '../../db/guests.ts';
import type { MembershipRow } from '../../db/memberships.ts';

/** As what a guest reads along, until a facilitator admits them. */
export function readingMembership(guest: Pick<GuestRow, 'boardId' | 'userId' | 'organisationId'>, at: string) {
  const { boardId, userId } = guest;
  const organisationId: Id = guest.organisationId ?? typedOrganisationId(userId);
  return {
    boardId,
    userId,
    organisationId,
    role: 'viewer',
    isContact: 0,
    createdAt: at,
  } as const satisfies MembershipRow;
}
