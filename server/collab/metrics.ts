/** What happened since the start; the numbers of now are asked where they are. */
export interface CollabMetrics {
  /** Sockets that we closed, by reason. */
  readonly closed: Record<string, number>;
  /** Documents that were denied, by reason. */
  readonly denied: Record<string, number>;
  /** Updates that were journalled and applied. */
  updates: number;
  /** Edits that were refused because their sender may not write, or because they build on what we do not have. */
  refused: number;
  /** Times that a socket was read more slowly because it sent too much. */
  slowed: number;
  /** Hooks and message handlers that failed; the process stays up. */
  hookErrors: number;
}

export function collabMetrics(): CollabMetrics {
  return { closed: {}, denied: {}, updates: 0, refused: 0, slowed: 0, hookErrors: 0 };
}
