import type { Participant } from '../../shared/access/documentAccess.ts';
import { maySeeAddress } from '../../shared/access/peopleActions.ts';
import type { BoardInvitation, InvitationCreated } from '../../shared/protocol/invitations.ts';
import type { Db } from '../db/database.ts';
import type { InvitationRow } from '../db/invitations.ts';
import { organisationNames } from '../db/organisations.ts';
import { userNames } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import { invitationState, invitedBy } from './invitationState.ts';
import type { Person } from './person.ts';
import type { Invitation } from './sendInvitation.ts';

/** What its maker gets of an invitation that was just made, with the address to hand over. */
export async function shownCreated(
  { db, now }: ServiceContext,
  person: Person,
  { row, url }: Invitation,
): Promise<InvitationCreated> {
  const as = { organisationId: row.organisationId, role: 'viewer' } as const;
  const [shown] = await shownInvitations(db, [row], { person, as }, now());
  if (!shown) throw new Error('an invitation that is not there');
  return url === undefined ? shown : { ...shown, url };
}

/** Invitations as one who manages them sees them. */
export async function shownInvitations(
  db: Db,
  rows: readonly InvitationRow[],
  viewer: { readonly person: Person; readonly as: Participant },
  now: Date,
): Promise<BoardInvitation[]> {
  const organisations = await organisationNames(db, [...new Set(rows.map((row) => row.organisationId))]);
  const makers = await userNames(db, [...new Set(rows.map((row) => row.createdBy))]);
  return rows.map((row) => {
    const seesAddress = row.createdBy === viewer.person.id || maySeeAddress(viewer.as, invitedBy(row));
    return {
      id: row.id,
      organisation: { id: row.organisationId, name: organisations.get(row.organisationId) ?? '' },
      role: row.role,
      asContact: row.asContact === 1,
      once: row.mostUses !== null,
      state: invitationState(row, now),
      invitedBy: makers.get(row.createdBy) ?? '',
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      used: row.used,
      ...(row.email !== null && seesAddress ? { email: row.email } : {}),
      sentAt: row.sentAt,
    };
  });
}
