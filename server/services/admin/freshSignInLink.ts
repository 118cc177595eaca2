import type { Id } from '../../../shared/board/ids.ts';
import { findUser } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import { makeSignInLink } from '../makeSignInLink.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';

/**
 * A link that signs someone in once, to hand over. Who holds it is that person: the log tells that it was made.
 * @throws Problem `notFound`
 */
export async function freshSignInLink(context: ServiceContext, administrator: Person, userId: Id): Promise<string> {
  if (!(await findUser(context.db, userId))) throw new Problem('notFound');
  return makeSignInLink(context, userId, undefined, administrator);
}
