import type { Role } from './roles.ts';

/** What a person may do to a board as a whole, beside its documents. */
export const BOARD_ACTIONS = [
  'rename',
  'setMode',
  'invite',
  'admitGuests',
  'changeRoles',
  'manageTokens',
  'close',
  'copy',
] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

const ALLOWED: { readonly [action in BoardAction]: readonly Role[] } = {
  rename: ['facilitator'],
  setMode: ['facilitator'],
  invite: ['facilitator'],
  admitGuests: ['facilitator'],
  changeRoles: ['facilitator'],
  manageTokens: ['facilitator'],
  close: ['facilitator'],
  copy: ['facilitator', 'member'],
};

/** True when this role may do this (`docs/board-spec.md`, A6). */
export function isBoardActionAllowed(action: BoardAction, role: Role): boolean {
  return ALLOWED[action].includes(role);
}
