import { type RateLimit, rateLimit } from '../rateLimit.ts';

/** How often strangers may try codes and come in by them. A hall full of people comes from one address. */
export interface GuestLimits {
  /** Codes that let nobody in, for each address and for all together. */
  readonly wrongByAddress: RateLimit;
  readonly wrong: RateLimit;
  readonly joinsByAddress: RateLimit;
  readonly joinsByBoard: RateLimit;
  /** Times that one person tries to take over what guests wrote. */
  readonly claimsByPerson: RateLimit;
}

const MINUTE = 60_000;
/** The key of what is counted for all together. */
export const ALL = '';

export function guestLimits(): GuestLimits {
  return {
    wrongByAddress: rateLimit(60, 10 * MINUTE),
    // With a hundred codes open a guesser with any number of addresses finds one in a year and a half.
    wrong: rateLimit(3_000, 10 * MINUTE),
    joinsByAddress: rateLimit(150, 10 * MINUTE),
    joinsByBoard: rateLimit(300, 60 * MINUTE),
    claimsByPerson: rateLimit(60, 60 * MINUTE),
  };
}

/** Guests of one board who wait for a facilitator, at the door or reading along. */
export const MOST_WAITING = 100;
/** A code, and a guest's session, end by themselves after a working day. */
export const GUEST_LASTS_MS = 12 * 60 * MINUTE;
