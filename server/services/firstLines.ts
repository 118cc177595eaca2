import { boardsAbove } from '../db/boards.ts';
import { hasNoUsers } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import { demoLinks } from './demo/demoLinks.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { makeSignInLink } from './makeSignInLink.ts';

const PRIVATE_WINDOWS = 'Open elke link in een eigen privévenster: één venster kent één persoon tegelijk.';

/** What people need to come in: links for the demo's people, or the one for the first administrator. */
async function linksInto(context: ServiceContext, demo: boolean): Promise<readonly string[]> {
  const isEmpty = await hasNoUsers(context.db);
  if (!demo) {
    return isEmpty ? [`Eerste beheerder aanmelden: ${await makeSignInLink(context, null)}`] : [];
  }
  if (isEmpty) await makeDemo(context);
  const links = await demoLinks(context);
  if (links.length === 0) return [];
  return [...links.map(({ label, url }) => `Aanmelden als ${label}: ${url}`), PRIVATE_WINDOWS];
}

/** Boards that a later version has written, which do not open here. */
async function boardsTooNew({ db, shape }: ServiceContext): Promise<readonly string[]> {
  const count = await boardsAbove(db, shape.schema);
  if (count === 0) return [];
  return [`Borden die met een nieuwere versie zijn bewerkt en hier niet opengaan: ${count}. Zie upgrade.md.`];
}

/**
 * Prepares an empty store, and says what the operator must know: how people come in, and which boards do not open.
 * Nothing where people have accounts of their own and every board opens.
 * @param demo whether demo boards and people are wanted
 * @returns lines for the operator, in Dutch
 */
export async function firstLines(context: ServiceContext, demo: boolean): Promise<readonly string[]> {
  return [...(await boardsTooNew(context)), ...(await linksInto(context, demo))];
}
