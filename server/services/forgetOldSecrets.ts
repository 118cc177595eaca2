import { deleteSignInLinksBefore } from '../db/signInLinks.ts';
import type { ServiceContext } from './context.ts';

/** Used and expired links are kept for a month, so that who opens one is told why it no longer works. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Forgets sessions whose time is over and links of long ago. */
export async function forgetOldSecrets({ db, sessions, now }: ServiceContext): Promise<void> {
  await sessions.forgetExpired();
  await deleteSignInLinksBefore(db, new Date(now().getTime() - KEPT_MS).toISOString());
}
