/** Of what an event's `subjectId` is the id. */
export const AUDIT_SUBJECTS = ['person', 'invitation', 'program', 'organisation', 'board', 'none'] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/**
 * What the log tells of (`docs/board-spec.md`, L1), with what it was done to. An open list: a new kind of event is a
 * line here and a sentence in `shared/i18n`, `audit.action`. What stands before the point is its group, by which
 * people filter.
 */
export const AUDIT_ACTIONS = {
  'people.invited': 'invitation',
  'people.invitationWithdrawn': 'invitation',
  'people.joined': 'person',
  'people.added': 'person',
  'people.roleChanged': 'person',
  'people.removed': 'person',
  'people.left': 'person',

  'board.made': 'board',
  'board.copied': 'board',
  'board.renamed': 'board',
  'board.modeChanged': 'board',
  'board.closed': 'board',
  'board.reopened': 'board',

  'program.tokenMade': 'program',
  'program.tokenRevoked': 'program',

  'signIn.password': 'person',
  'signIn.link': 'person',
  'signIn.invitation': 'person',
  'signIn.out': 'person',
  'signIn.linkMade': 'person',
  'signIn.linkMailed': 'person',
  'signIn.endedEverywhere': 'person',

  'account.made': 'person',
  'account.changed': 'person',
  'account.passwordChanged': 'person',
  'account.emailConfirmed': 'person',

  'organisation.made': 'organisation',
  'organisation.renamed': 'organisation',

  'refused.request': 'none',
  'refused.edit': 'none',
  'refused.more': 'none',

  'data.backedUp': 'none',
  'data.restored': 'none',
} as const satisfies { readonly [action: string]: AuditSubject };
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** By which someone comes in: what "last signed in" is read from. */
export const SIGN_INS = ['signIn.password', 'signIn.link', 'signIn.invitation'] as const satisfies AuditAction[];

/** Groups of events that stand on a board's log. */
export const BOARD_AUDIT_GROUPS = ['people', 'board', 'program', 'refused'] as const;
/** Every group. */
export const AUDIT_GROUPS = [...BOARD_AUDIT_GROUPS, 'signIn', 'account', 'organisation', 'data'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** How it ended. `failed`: a wrong password or a link that works no more; `refused`: not allowed. */
export const AUDIT_RESULTS = ['done', 'refused', 'failed'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

/** Who did it. `operator`: who has the machine, by a command; `server`: the product itself; `stranger`: nobody signed in. */
export const AUDIT_ACTORS = ['person', 'program', 'operator', 'server', 'stranger'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(AUDIT_ACTIONS, action);
}
