/** What a person is on one board (begeleider, lid, meedenker, lezer). */
export const ROLES = ['facilitator', 'member', 'commenter', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What another program may do with an access token. */
export const TOKEN_ACCESS = ['read', 'write'] as const;
export type TokenAccess = (typeof TOKEN_ACCESS)[number];

/**
 * Who may write where (`docs/board-spec.md`, A2).
 * `open`: members everywhere. `own`: members in their own organisation's document. `locked`: facilitators only.
 */
export const MODES = ['open', 'own', 'locked'] as const;
export type Mode = (typeof MODES)[number];
