import type { Participant } from '../../shared/access/documentAccess.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import { hatsOf } from '../db/hats.ts';
import { findMembership, type MembershipRow } from '../db/memberships.ts';
import { Problem } from './problem.ts';

/** Someone on a board, as another one deals with them. */
export interface Standing {
  readonly membership: MembershipRow;
  /** In the hat that matters. */
  readonly as: Participant;
  /** That hat is the one they wear now. */
  readonly isWorn: boolean;
}

/**
 * How someone on a board stands to who acts: in the hat that they wear, or, to a contact of another organisation for
 * which they also work, in that organisation's.
 * @throws Problem `notFound` for who is not on the board
 */
export async function standingOf(db: Db, boardId: Id, userId: Id, actor: Participant): Promise<Standing> {
  const membership = await findMembership(db, boardId, userId);
  if (!membership) throw new Problem('notFound');
  const { organisationId, role, isContact } = membership;
  const isTheirs = organisationId === actor.organisationId || actor.role === 'facilitator' || !actor.isContact;
  const hats = isTheirs ? [] : await hatsOf(db, boardId, userId);
  const hat = hats.find((known) => known.organisationId === actor.organisationId);
  const worn = hat ?? { organisationId, role, isContact };
  return {
    membership,
    as: { organisationId: worn.organisationId, role: worn.role, isContact: worn.isContact === 1 },
    isWorn: hat === undefined,
  };
}
