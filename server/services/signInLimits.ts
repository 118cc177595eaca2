import { normaliseEmail } from '../db/users.ts';
import { type GuestLimits, guestLimits } from './guests/guestLimits.ts';
import type { Person } from './person.ts';
import { type RateLimit, rateLimit } from './rateLimit.ts';

/** How often one may try. Right tries are given back: a hall full of people comes in from one address. */
export interface SignInLimits {
  readonly wrongByAddress: RateLimit;
  readonly wrongByAccount: RateLimit;
  readonly mailsByAddress: RateLimit;
  readonly mailsByAccount: RateLimit;
  /** Accounts made through invitations. */
  readonly joinsByAddress: RateLimit;
  /** Letters with an invitation that one person sends, and that one address gets. */
  readonly invitationsByPerson: RateLimit;
  readonly invitationsByReceiver: RateLimit;
  /** Boards that one person makes or copies: each is written whole, and kept. */
  readonly boardsByPerson: RateLimit;
  /** Access tokens that one person makes: rows of revoked ones are kept too. */
  readonly tokensByPerson: RateLimit;
  /** Requests to hand over, merge and split, and what is decided about them. */
  readonly transfersByPerson: RateLimit;
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
    invitationsByPerson: rateLimit(100, 60 * MINUTE),
    invitationsByReceiver: rateLimit(10, 60 * MINUTE),
    boardsByPerson: rateLimit(60, 60 * MINUTE),
    tokensByPerson: rateLimit(60, 60 * MINUTE),
    transfersByPerson: rateLimit(600, 60 * MINUTE),
    guests: guestLimits(),
  };
}

/** Counts a letter with an invitation. Throws `Problem` `tooManyRequests`. */
export function takeLetter(limits: SignInLimits, person: Person, email: string): void {
  limits.invitationsByPerson.take(person.id);
  limits.invitationsByReceiver.take(normaliseEmail(email));
}
