import type { Db } from '../../server/db/database.ts';
import type { TokenAccess } from '../../shared/access/roles.ts';
import { ORIGIN } from './collabServer.ts';
import type { AttackPlan } from './hostileAttacker.ts';
import { insertToken } from './yjsProgram.ts';

/** Nobody who attacks may write on it: mode `own`, and none of their own organisation's document. */
export const STILL = 'still';
const STILL_DOCUMENTS = ['frame', 'party/welzijn'] as const;
/** Attackers may write on it as they like, and it must stay sound all the same. */
export const VICTIM = 'victim';
export const VICTIM_DOCUMENTS = ['frame', 'party/ggd'] as const;

/** A program may open a document sixty times a minute. */
const TOKENS = 12;

const named = (boardId: string, keys: readonly string[]): string[] => keys.map((key) => `board/${boardId}/${key}`);

async function programs(db: Db, host: string, boardId: string, access: TokenAccess): Promise<AttackPlan> {
  const [document = ''] = named(boardId, [boardId === STILL ? STILL_DOCUMENTS[1] : VICTIM_DOCUMENTS[1]]);
  const urls: string[] = [];
  for (let count = 0; count < TOKENS; count += 1) {
    const { token } = await insertToken(db, boardId, access);
    urls.push(`ws://${host}/yjs/${document}?token=${token}`);
  }
  const role = `program that may ${access}`;
  return { role, urls, headers: {}, isNamed: false, documents: [document] };
}

/** Everyone who attacks, each with a socket of their own. */
export async function attackPlans(db: Db, url: string): Promise<AttackPlan[]> {
  const { host } = new URL(url);
  const still = named(STILL, STILL_DOCUMENTS);
  const victim = named(VICTIM, VICTIM_DOCUMENTS);
  const as = (role: string, user: string, documents: readonly string[]): AttackPlan => {
    const headers = { cookie: `user=${user}`, origin: ORIGIN };
    return { role, urls: [url], headers, isNamed: true, documents };
  };
  const nobody: AttackPlan = { ...as('nobody', '', still), headers: { origin: ORIGIN } };
  const otherSite: AttackPlan = { ...as('other site', 'facilitator', still), headers: { cookie: 'user=facilitator' } };
  return [
    as('viewer', 'viewer', still),
    as('viewer', 'viewer', still),
    as('commenter', 'commenter', still),
    as('member of another organisation', 'memberA', still),
    as('member of another organisation', 'memberA', still),
    as('stranger', 'stranger', still),
    as('member who may write', 'memberA', victim),
    as('member who may write', 'memberA', victim),
    await programs(db, host, STILL, 'read'),
    await programs(db, host, VICTIM, 'write'),
    nobody,
    otherSite,
  ];
}
