import type { Id } from '../../shared/board/ids.ts';
import { insertSignInLink } from '../db/signInLinks.ts';
import { type Actor, SERVER } from './audit/auditEvent.ts';
import { writeAudit } from './audit/writeAudit.ts';
import type { ServiceContext } from './context.ts';
import { hashToken, newToken } from './secrets.ts';

const MINUTE = 60_000;
/** A mailed link is used at once; one that an operator hands over may lie for a week. */
const LINK_LASTS = { mailed: 30 * MINUTE, handedOver: 7 * 24 * 60 * MINUTE } as const;

/**
 * Makes a link that signs someone in once. Opening it does nothing; the button on its page does.
 * @param userId null: whoever uses it becomes the first administrator
 * @param email the address to which it goes; absent where it is handed over
 * @param actor who asks for it; absent: the server, or a command
 * @returns its address; the token is stored nowhere
 */
export async function makeSignInLink(
  context: Pick<ServiceContext, 'db' | 'now' | 'publicUrl'>,
  userId: Id | null,
  email?: string,
  actor: Actor = SERVER,
): Promise<string> {
  const token = newToken();
  const now = context.now();
  const kind = email === undefined ? 'handedOver' : 'mailed';
  const expiresAt = new Date(now.getTime() + LINK_LASTS[kind]).toISOString();
  await context.db.transaction().execute(async (tx) => {
    await insertSignInLink(tx, { tokenHash: hashToken(token), userId, email: email ?? null, expiresAt, usedAt: null });
    await writeAudit(tx, now, {
      action: kind === 'mailed' ? 'signIn.linkMailed' : 'signIn.linkMade',
      actor,
      subjectId: userId ?? undefined,
      detail: { until: expiresAt },
    });
  });
  return `${context.publicUrl()}/aanmelden/link/${token}`;
}
