/** Milliseconds of silence that are borne, and those while a person's changes wait for an answer. */
const QUIET = 25_000;
const QUIET_WAITING = 3_000;
/** Milliseconds after which an unanswered question ends the connection. */
const UNANSWERED = 5_000;
const SLOW_CONNECT = 10_000;

export interface Liveness {
  readonly status: 'connecting' | 'connected' | 'disconnected';
  /** Time at which the status became what it is. */
  readonly since: number;
  /** Time of the last message; 0 while there was none on this connection. */
  readonly heardAt: number;
  /** Time at which the server was last asked for a sign of life; 0 when never on this connection. */
  readonly askedAt: number;
  /** The person wrote something that is not acknowledged. */
  readonly isWaiting: boolean;
}

/**
 * What to do about a socket that says nothing: a network that disappears closes no socket, so that edits would wait
 * for minutes behind "opslaan".
 */
export function livenessStep(state: Liveness, now: number): 'wait' | 'ask' | 'abandon' | 'retry' {
  if (state.status === 'disconnected') return 'wait';
  if (state.status === 'connecting') return now - state.since > SLOW_CONNECT ? 'retry' : 'wait';
  const heard = Math.max(state.heardAt, state.since);
  const isAsking = state.askedAt > heard;
  if (isAsking) return now - state.askedAt > UNANSWERED ? 'abandon' : 'wait';
  return now - heard > (state.isWaiting ? QUIET_WAITING : QUIET) ? 'ask' : 'wait';
}
