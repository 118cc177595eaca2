import type { AdminInvitationList } from '../../../shared/protocol/admin.ts';
import { allOpenInvitations } from '../../db/invitations.ts';
import { organisationNames } from '../../db/organisations.ts';
import { userNames } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';

/** Open invitations of the whole installation. For which board is not told. */
export async function adminInvitations({ db, now }: ServiceContext): Promise<AdminInvitationList> {
  const rows = await allOpenInvitations(db, now().toISOString());
  const organisations = await organisationNames(db, [...new Set(rows.map((row) => row.organisationId))]);
  const people = await userNames(db, [...new Set(rows.map((row) => row.createdBy))]);
  const invitations = rows.map(({ id, organisationId, role, createdBy, createdAt, expiresAt, used }) => ({
    id,
    organisation: organisations.get(organisationId) ?? '',
    role,
    invitedBy: people.get(createdBy) ?? '',
    createdAt,
    expiresAt,
    used,
  }));
  return { invitations };
}
