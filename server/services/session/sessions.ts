import { Lucia } from 'lucia';
import type { Id } from '../../../shared/board/ids.ts';
import type { Db } from '../../db/database.ts';
import {
  deleteSession,
  deleteSessionsOfUser,
  findSession,
  noteSessionDevice,
  noteSessionUse,
  updateSessionExpiry,
} from '../../db/sessions.ts';
import type { UserRow } from '../../db/users.ts';
import type { Person } from '../person.ts';
import { hashToken } from '../secrets.ts';
import { hashedSessionAdapter } from './hashedSessionAdapter.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ startedAt: number; lastUsedAt: number; guestOf: Id | null }, UserRow>;
    DatabaseUserAttributes: UserRow;
    DatabaseSessionAttributes: { startedAt?: number; lastUsedAt?: number | null; guestOf?: Id | null };
  }
}

export interface SignedIn {
  readonly person: Person;
  /** Names the session to the rest of the server; who knows it can sign in as nobody. */
  readonly sessionKey: string;
  /** When the person signed in, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The one board for which a guest is signed in; null for who has an account. */
  readonly guestOf: Id | null;
  /** Value for Set-Cookie, when the session was just made longer. */
  readonly renewedCookie: string | undefined;
}

export interface Sessions {
  /** Who sent this `Cookie` header; undefined for nobody, or when the session ended. */
  readonly sessionOf: (cookieHeader: string | null | undefined) => Promise<SignedIn | undefined>;
  /** The same without making the session longer: for what goes on without the person. */
  readonly look: (
    cookieHeader: string | null | undefined,
  ) => Promise<Pick<SignedIn, 'person' | 'sessionKey'> | undefined>;
  /** Makes a session and gives the value for Set-Cookie. Always a new one: a cookie that was there before gets no rights. `device`: see `deviceOf`. */
  readonly start: (userId: string, device?: string | null) => Promise<string>;
  /** The same for a guest: it ends after so many milliseconds, whatever they do. */
  readonly startGuest: (userId: string, lastsMs: number) => Promise<string>;
  readonly end: (sessionKey: string) => Promise<void>;
  /** Ends all sessions of a user but one; gives the keys of those that ended. */
  readonly endOthers: (userId: string, exceptKey?: string) => Promise<readonly string[]>;
  /** Forgets sessions whose time is over. */
  readonly forgetExpired: () => Promise<void>;
  /** Value for Set-Cookie that empties the cookie. */
  readonly emptyCookie: () => string;
}

/** In seconds. */
const USE_NOTED_EVERY = 300;

/** @param secure the product is reached by https, so that the cookie may travel by nothing else */
export function createSessions(db: Db, secure: boolean): Sessions {
  const lucia = new Lucia(hashedSessionAdapter(db), {
    // The prefix makes browsers refuse a cookie of this name that a neighbouring subdomain sets.
    sessionCookie: { name: secure ? '__Host-opbrengstenbord' : 'opbrengstenbord', attributes: { secure } },
    getSessionAttributes: ({ startedAt = 0, lastUsedAt, guestOf }) => ({
      startedAt,
      lastUsedAt: lastUsedAt ?? startedAt,
      guestOf: guestOf ?? null,
    }),
    getUserAttributes: (user) => user,
  });
  /** What a list of devices needs; a store that takes nothing now must not keep anyone out. */
  async function noteUse(sessionKey: string, lastUsedAt: number): Promise<void> {
    const now = Math.floor(Date.now() / 1000);
    if (now - lastUsedAt < USE_NOTED_EVERY) return;
    await noteSessionUse(db, sessionKey, now).catch(() => undefined);
  }
  return {
    sessionOf: async (cookieHeader) => {
      const id = cookieHeader ? lucia.readSessionCookie(cookieHeader) : null;
      if (!id) return undefined;
      const { session, user } = await lucia.validateSession(id);
      if (!session) return undefined;
      await noteUse(hashToken(id), session.lastUsedAt);
      const renewedCookie = session.fresh ? lucia.createSessionCookie(id).serialize() : undefined;
      const { guestOf } = session;
      return { person: user, sessionKey: hashToken(id), startedAt: session.startedAt * 1000, guestOf, renewedCookie };
    },
    look: async (cookieHeader) => {
      const id = cookieHeader ? lucia.readSessionCookie(cookieHeader) : null;
      const found = id ? await findSession(db, hashToken(id)) : undefined;
      if (!found || found.user.deactivatedAt !== null) return undefined;
      if (found.session.expiresAt * 1000 <= Date.now()) return undefined;
      return { person: found.user, sessionKey: found.session.idHash };
    },
    start: async (userId, device = null) => {
      const { id } = await lucia.createSession(userId, {});
      if (device !== null) await noteSessionDevice(db, hashToken(id), device);
      return lucia.createSessionCookie(id).serialize();
    },
    startGuest: async (userId, lastsMs) => {
      const { id } = await lucia.createSession(userId, {});
      await updateSessionExpiry(db, hashToken(id), Math.floor((Date.now() + lastsMs) / 1000));
      const cookie = lucia.createSessionCookie(id);
      cookie.attributes.maxAge = Math.floor(lastsMs / 1000);
      return cookie.serialize();
    },
    end: (sessionKey) => deleteSession(db, sessionKey),
    endOthers: (userId, exceptKey) => deleteSessionsOfUser(db, userId, exceptKey),
    forgetExpired: () => lucia.deleteExpiredSessions(),
    emptyCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}
