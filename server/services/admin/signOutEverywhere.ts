import type { Id } from '../../../shared/board/ids.ts';
import { deleteSessionsOfUser } from '../../db/sessions.ts';
import { endSignInLinks } from '../../db/signInLinks.ts';
import { findUser } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';

/**
 * Ends every session of someone, and the sign-in links that lie unused. Their open boards close.
 * @throws Problem `notFound`
 */
export async function signOutEverywhere(
  { db, live, audit, now }: ServiceContext,
  administrator: Person,
  userId: Id,
): Promise<void> {
  const ended = await db.transaction().execute(async (tx) => {
    const user = await findUser(tx, userId);
    if (!user) throw new Problem('notFound');
    await endSignInLinks(tx, userId, now().toISOString());
    const keys = await deleteSessionsOfUser(tx, userId);
    await audit.write(tx, {
      action: 'signIn.endedEverywhere',
      actor: administrator,
      organisationId: user.organisationId,
      subjectId: userId,
      detail: { sessions: keys.length },
    });
    return keys;
  });
  for (const key of ended) live.sessionEnded(key);
}
