import type { Id } from '../../../shared/board/ids.ts';
import { findUser } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { rightsChanged } from '../rightsChanged.ts';
import { type Deactivated, deactivateUser, reactivateUser } from './deactivateUser.ts';

/**
 * The administrator switches someone's account off or on again. Who switches their own off would lock themselves out.
 * @throws Problem `notAllowed` for who is no administrator and for one's own, `notFound`
 */
export async function setAccountActive(
  context: ServiceContext,
  administrator: Person,
  userId: Id,
  isActive: boolean,
): Promise<Deactivated | undefined> {
  if (administrator.administrator !== 1 || administrator.id === userId) throw new Problem('notAllowed');
  if (!(await findUser(context.db, userId))) throw new Problem('notFound');
  if (isActive) {
    await reactivateUser(context.db, userId);
    return undefined;
  }
  const done = await deactivateUser(context.db, userId, context.now());
  context.live.userSignedOut(userId);
  for (const boardId of done.boardIds) rightsChanged(context, boardId);
  return done;
}
