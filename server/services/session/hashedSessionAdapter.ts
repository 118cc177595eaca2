import type { Adapter, DatabaseSession } from 'lucia';
import type { Id } from '../../../shared/board/ids.ts';
import type { Db } from '../../db/database.ts';
import {
  deleteSession,
  deleteSessionsBefore,
  deleteSessionsOfUser,
  findSession,
  insertSession,
  type SessionRow,
  sessionsOfUser,
  updateSessionExpiry,
} from '../../db/sessions.ts';
import { hashToken } from '../secrets.ts';

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function sessionOf(row: SessionRow, id: string, guestOf: Id | null = null): DatabaseSession {
  const { userId, startedAt, lastUsedAt } = row;
  return { id, userId, expiresAt: new Date(row.expiresAt * 1000), attributes: { startedAt, lastUsedAt, guestOf } };
}

/** Lucia makes longer what ends within fifteen days. A guest's session ends when it ends: shown as far from its end. */
function notRenewed(session: DatabaseSession): DatabaseSession {
  const isOver = session.expiresAt.getTime() <= Date.now();
  return isOver ? session : { ...session, expiresAt: new Date(Date.now() + NEVER_RENEWED_MS) };
}

const NEVER_RENEWED_MS = 365 * 24 * 60 * 60 * 1000;

/** Stores sessions under the hash of their id, so that who reads the database can sign in as nobody. */
export function hashedSessionAdapter(db: Db): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const found = await findSession(db, hashToken(id));
      if (!found || found.user.deactivatedAt !== null) return [null, null];
      // Lucia hands this id back to update and delete: given the hash, it would be hashed twice.
      const session = sessionOf(found.session, id, found.guestOf);
      const user = { id: found.user.id, attributes: found.user };
      return [found.guestOf === null ? session : notRenewed(session), user];
    },
    getUserSessions: async (userId) =>
      (await sessionsOfUser(db, userId)).map((session) => sessionOf(session, session.idHash)),
    setSession: (session) =>
      insertSession(db, {
        idHash: hashToken(session.id),
        userId: session.userId,
        expiresAt: seconds(session.expiresAt),
        startedAt: seconds(new Date()),
      }),
    updateSessionExpiration: (id, expiresAt) => updateSessionExpiry(db, hashToken(id), seconds(expiresAt)),
    deleteSession: (id) => deleteSession(db, hashToken(id)),
    deleteUserSessions: async (userId) => {
      await deleteSessionsOfUser(db, userId);
    },
    deleteExpiredSessions: () => deleteSessionsBefore(db, seconds(new Date())),
  };
}
