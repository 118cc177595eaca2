/** Sizes that both sides keep. The server's limits on bytes stand in `server/collab/limits.ts`. */
export const LIMITS = {
  /** Characters of a title or name. */
  title: 300,
  /** Size of one rich text, about its characters: some ten pages. */
  text: 30_000,
  code: { min: 2, max: 4 },
  /** Organisations on one board that own activities: each is a document on everyone's socket. */
  parties: 60,
  /** Characters of an order key. */
  key: 200,
  years: { min: 1, max: 10 },
} as const;
