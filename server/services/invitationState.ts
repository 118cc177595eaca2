import type { Participant } from '../../shared/access/documentAccess.ts';
import type { BoardInvitation } from '../../shared/protocol/invitations.ts';
import type { InvitationRow } from '../db/invitations.ts';

/** What who comes in by an invitation would be on the board. */
export function invitedBy({ organisationId, role, asContact }: InvitationRow): Participant {
  return { organisationId, role, isContact: asContact === 1 };
}

/** Whether it still lets people in. */
export function invitationState({ expiresAt, used, mostUses }: InvitationRow, now: Date): BoardInvitation['state'] {
  if (mostUses !== null && used >= mostUses) return 'used';
  return expiresAt <= now.toISOString() ? 'expired' : 'open';
}
