import { deleteSignInLinksBefore } from '../db/signInLinks.ts';
import type { ServiceContext } from './context.ts';
import { forgetOldGuests } from './guests/guestLeft.ts';

/** Used and expired links are kept for a month, so that who opens one is told why it no longer works. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Forgets sessions whose time is over, the guests who had them, and links of long ago. */
export async function forgetOldSecrets(context: ServiceContext): Promise<void> {
  const { db, sessions, now } = context;
  await forgetOldGuests(context);
  await sessions.forgetExpired();
  await deleteSignInLinksBefore(db, new Date(now().getTime() - KEPT_MS).toISOString());
}
