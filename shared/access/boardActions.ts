import type { BoardSettings } from './boardSettings.ts';
import { mayArchive } from './mayArchive.ts';
import { ROLES, type Role } from './roles.ts';

/** Who acts on a board. */
export interface Actor {
  readonly role: Role;
  /** Contact of their organisation on this board. */
  readonly isContact?: boolean;
  /** Here for a session without an account: has the role, and none of its actions but what the table says. */
  readonly isGuest?: boolean;
}

/**
 * What a person may do to a board as a whole, beside its documents. `invite` and `changeRoles` are for every
 * organisation; `inviteOwn` and `manageOwn` for colleagues alone, in the roles of `COLLEAGUE_ROLES`.
 */
export const BOARD_ACTIONS = [
  'rename',
  'setMode',
  'setRules',
  'invite',
  'inviteOwn',
  'changeRoles',
  'manageOwn',
  'appointContact',
  'manageTokens',
  'close',
  'copy',
  'archive',
  'seeRights',
  'admitGuests',
] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

type Who = Role | 'contact' | 'guest';

const FACILITATORS: readonly Who[] = ['facilitator'];
const CONTACTS: readonly Who[] = ['facilitator', 'contact'];

/** The one table of who may do what (`docs/board-spec.md`, A6, N1 to N4). */
const WHO: { readonly [action in BoardAction]: (settings: BoardSettings) => readonly Who[] } = {
  rename: () => FACILITATORS,
  setMode: () => FACILITATORS,
  setRules: () => FACILITATORS,
  invite: () => FACILITATORS,
  inviteOwn: ({ invite }) => (invite === 'contacts' ? CONTACTS : FACILITATORS),
  changeRoles: () => FACILITATORS,
  manageOwn: () => CONTACTS,
  appointContact: () => FACILITATORS,
  manageTokens: () => FACILITATORS,
  close: () => FACILITATORS,
  copy: () => ['facilitator', 'member'],
  archive: (settings) => [...ROLES.filter((role) => mayArchive(role, settings)), 'guest'],
  seeRights: () => FACILITATORS,
  admitGuests: () => FACILITATORS,
};

/** True when this person may do this on a board with these settings. A guest's role counts where guests stand in the table. */
export function isBoardActionAllowed(action: BoardAction, actor: Actor, settings: BoardSettings): boolean {
  const who = WHO[action](settings);
  if (actor.isGuest && !who.includes('guest')) return false;
  return who.includes(actor.role) || (actor.isContact === true && who.includes('contact'));
}

/** Who may, to tell those who may not: "Alleen begeleiders kunnen …" (`shared/i18n`, `boardRules`). */
export type ActionRefusal = 'facilitators' | 'facilitatorsAndContacts' | 'facilitatorsAndMembers';

/** Whom to name to someone who may not do this; undefined when they may. */
export function actionRefusal(action: BoardAction, actor: Actor, settings: BoardSettings): ActionRefusal | undefined {
  if (isBoardActionAllowed(action, actor, settings)) return undefined;
  const who = WHO[action](settings);
  if (who.includes('contact')) return 'facilitatorsAndContacts';
  return who.includes('member') ? 'facilitatorsAndMembers' : 'facilitators';
}
