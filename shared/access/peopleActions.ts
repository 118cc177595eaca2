import { isBoardActionAllowed } from './boardActions.ts';
import type { BoardSettings } from './boardSettings.ts';
import type { Participant } from './documentAccess.ts';
import type { Role } from './roles.ts';

/** Roles that a contact gives to colleagues. */
export const COLLEAGUE_ROLES = ['member', 'commenter', 'viewer'] as const satisfies readonly Role[];

function isColleagueRole(role: Role): boolean {
  return COLLEAGUE_ROLES.some((known) => known === role);
}

/** Whether someone may invite a person of this organisation in this role (N5). */
export function mayInvite(actor: Participant, wanted: Participant, settings: BoardSettings): boolean {
  if (isBoardActionAllowed('invite', actor, settings)) return true;
  return (
    isBoardActionAllowed('inviteOwn', actor, settings) &&
    wanted.organisationId === actor.organisationId &&
    wanted.isContact !== true &&
    isColleagueRole(wanted.role)
  );
}

/** Whether a contact's word goes for this person: a colleague who is neither facilitator nor contact (N6). */
function managesAsContact(actor: Participant, target: Participant, settings: BoardSettings): boolean {
  return (
    actor.isContact === true &&
    isBoardActionAllowed('manageOwn', actor, settings) &&
    target.organisationId === actor.organisationId &&
    target.isContact !== true &&
    isColleagueRole(target.role)
  );
}

/**
 * Whether someone may give this person this role (N6). Of an organisation with a contact a facilitator makes and
 * unmakes facilitators alone; the other roles are that organisation's own affair.
 * @param hasContact whether the person's organisation has a contact on the board
 */
export function mayChangeRole(
  actor: Participant,
  target: Participant,
  role: Role,
  hasContact: boolean,
  settings: BoardSettings,
): boolean {
  if (managesAsContact(actor, target, settings)) return isColleagueRole(role);
  if (!isBoardActionAllowed('changeRoles', actor, settings)) return false;
  if (!hasContact || target.organisationId === actor.organisationId) return true;
  return role === 'facilitator' || target.role === 'facilitator';
}

/** Whether someone may take another person off the board (N6). */
export function mayRemove(actor: Participant, target: Participant, settings: BoardSettings): boolean {
  return isBoardActionAllowed('changeRoles', actor, settings) || managesAsContact(actor, target, settings);
}

/** Whether someone sees this person's e-mail address: colleagues' contact, and facilitators those of contacts and colleagues (N7). */
export function maySeeAddress(actor: Participant, target: Participant): boolean {
  const isColleague = target.organisationId === actor.organisationId;
  if (actor.isGuest) return false;
  if (actor.role === 'facilitator') return isColleague || target.isContact === true || target.role === 'facilitator';
  return actor.isContact === true && isColleague;
}
