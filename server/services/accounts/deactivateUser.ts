import type { Id } from '../../../shared/board/ids.ts';
import { raiseRightsVersion } from '../../db/boards.ts';
import type { Db } from '../../db/database.ts';
import { revokeInvitationsBy } from '../../db/invitations.ts';
import { boardIdsOf, facilitatorsOf } from '../../db/memberships.ts';
import { deleteSessionsOfUser } from '../../db/sessions.ts';
import { endSignInLinks } from '../../db/signInLinks.ts';
import { updateUser } from '../../db/users.ts';

export interface Deactivated {
  /** Boards on which this person was; those that have nobody left who may change them. */
  readonly boardIds: readonly Id[];
  readonly withoutFacilitator: readonly Id[];
}

/**
 * Switches an account off: nobody signs in to it, its sessions and links end, and so do the invitations and programs of
 * that person. What they wrote, and their place on boards, stays. Writes rows only, so that it may run beside the
 * server: that closes what is open within a second.
 */
export async function deactivateUser(db: Db, userId: Id, now: Date): Promise<Deactivated> {
  const at = now.toISOString();
  return db.transaction().execute(async (tx) => {
    await updateUser(tx, userId, { deactivatedAt: at });
    await deleteSessionsOfUser(tx, userId);
    await endSignInLinks(tx, userId, at);
    const boardIds = await boardIdsOf(tx, userId);
    const withoutFacilitator: Id[] = [];
    for (const boardId of boardIds) {
      await revokeInvitationsBy(tx, boardId, userId, at);
      await raiseRightsVersion(tx, boardId);
      if ((await facilitatorsOf(tx, boardId)).length === 0) withoutFacilitator.push(boardId);
    }
    return { boardIds, withoutFacilitator };
  });
}

/** Switches an account on again: its person may sign in, and is on the boards that they were on. */
export async function reactivateUser(db: Db, userId: Id): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await updateUser(tx, userId, { deactivatedAt: null });
    for (const boardId of await boardIdsOf(tx, userId)) await raiseRightsVersion(tx, boardId);
  });
}
