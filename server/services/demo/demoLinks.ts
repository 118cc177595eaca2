import { findUserByEmail } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import { makeSignInLink } from '../makeSignInLink.ts';
import { DEMO_PEOPLE } from './demoPeople.ts';

/** Fresh sign-in links for the people of the demo; none in a store without them. */
export async function demoLinks(context: ServiceContext): Promise<{ readonly label: string; readonly url: string }[]> {
  const links: { label: string; url: string }[] = [];
  for (const { label, email } of DEMO_PEOPLE) {
    const user = await findUserByEmail(context.db, email);
    if (user) links.push({ label, url: await makeSignInLink(context, user.id) });
  }
  return links;
}
