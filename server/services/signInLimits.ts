import { type GuestLimits, guestLimits } from './guests/guestLimits.ts';
import { type RateLimit, rateLimit } from './rateLimit.ts';

/** How often one may try. Right tries are given back: a hall full of people comes in from one address. */
export interface SignInLimits {
  readonly wrongByAddress: RateLimit;
  readonly wrongByAccount: RateLimit;
  readonly mailsByAddress: RateLimit;
  readonly mailsByAccount: RateLimit;
  /** Accounts made through invitations. */
  readonly joinsByAddress: RateLimit;
  /** Boards that one person makes or copies: each is written whole, and kept. */
  readonly boardsByPerson: RateLimit;
  /** Access tokens that one person makes: rows of revoked ones are kept too. */
  readonly tokensByPerson: RateLimit;
  readonly guests: GuestLimits;
}

const MINUTE = 60_000;

export function signInLimits(): SignInLimits {
  return {
    wrongByAddress: rateLimit(60, 15 * MINUTE),
    wrongByAccount: rateLimit(10, 15 * MINUTE),
    mailsByAddress: rateLimit(60, 60 * MINUTE),
    mailsByAccount: rateLimit(5, 60 * MINUTE),
    joinsByAddress: rateLimit(200, 60 * MINUTE),
    boardsByPerson: rateLimit(60, 60 * MINUTE),
    tokensByPerson: rateLimit(60, 60 * MINUTE),
    guests: guestLimits(),
  };
}
