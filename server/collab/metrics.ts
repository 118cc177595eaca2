import { CLOSE, DENIED } from '../../shared/protocol/live.ts';
import { Histogram, SECONDS } from '../histogram.ts';

/**
 * `may-not-write`: no right, or an earlier edit was refused; `may-not-archive`: it puts something in the trash; `others-client-id`: it writes under a Yjs client id that
 * another person writes under.
 */
export type RefusedReason =
  | 'may-not-write'
  | 'may-not-archive'
  | 'builds-on-missing'
  | 'others-client-id'
  | 'refused-by-database';

/** Why a connection was cut off without a word. */
const CUT = ['silent', 'not-reading'] as const;
export type CutReason = (typeof CUT)[number];

/** What happened since the start; the numbers of now are asked where they are. */
export interface CollabMetrics {
  /** Sockets that we closed, by reason. */
  readonly closed: Record<string, number>;
  /** Documents that were denied, by reason. */
  readonly denied: Record<string, number>;
  /** Updates that were journalled and applied. */
  updates: number;
  /** Edits that were refused while the socket stays, by reason. */
  readonly refused: Record<RefusedReason, number>;
  /** Seconds from receiving an update to its acknowledgement. */
  readonly acknowledgement: Histogram;
  /** Times that a socket was read more slowly because it sent too much. */
  slowed: number;
  /** Hooks and message handlers that failed; the process stays up. */
  hookErrors: number;
}

export function collabMetrics(): CollabMetrics {
  const refused = {
    'may-not-write': 0,
    'may-not-archive': 0,
    'builds-on-missing': 0,
    'others-client-id': 0,
    'refused-by-database': 0,
  };
  const acknowledgement = new Histogram(SECONDS);
  // Every reason from the start, so that the first of its kind counts as one more.
  const none = (reasons: readonly string[]) => Object.fromEntries(reasons.map((reason) => [reason, 0]));
  const closed = none([...Object.values(CLOSE).map(({ reason }) => reason), ...CUT]);
  const denied = none(Object.values(DENIED));
  return { closed, denied, updates: 0, refused, acknowledgement, slowed: 0, hookErrors: 0 };
}
