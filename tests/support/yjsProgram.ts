import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { insertAccessToken, tokenIdOf } from '../../server/db/accessTokens.ts';
import type { Db } from '../../server/db/database.ts';
import { hashToken } from '../../server/services/secrets.ts';
import type { TokenAccess } from '../../shared/access/roles.ts';
import { waitFor } from './waitFor.ts';

/** Puts a token of the test boards' facilitator into the database. */
export async function insertToken(
  db: Db,
  boardId: string,
  access: TokenAccess,
  options: { readonly expiresAt?: string; readonly createdBy?: string } = {},
): Promise<{ readonly id: string; readonly token: string }> {
  const id = tokenIdOf(randomBytes(6).toString('hex'));
  const token = randomBytes(32).toString('base64url');
  const { expiresAt = null, createdBy = 'facilitator' } = options;
  await insertAccessToken(db, {
    id,
    tokenHash: hashToken(token),
    boardId,
    name: `Koppeling ${access}`,
    access,
    createdBy,
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
  });
  return { id, token };
}

/** Another Yjs program: y-websocket's own provider on one document, which comes back when it is closed. */
export class YjsProgram {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closed: { readonly code: number; readonly reason: string }[] = [];
  /** What went wrong before a socket opened, such as the status with which it was refused. */
  readonly errors: string[] = [];

  /** @param url any address of the server */
  constructor(
    url: string,
    name: string,
    options: {
      readonly params?: Record<string, string>;
      readonly headers?: Record<string, string>;
      /** What it holds already. */
      readonly doc?: Y.Doc;
    } = {},
  ) {
    const { params = {}, headers = {}, doc = new Y.Doc() } = options;
    this.doc = doc;
    const Socket = class extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
      }
    } as unknown as typeof globalThis.WebSocket;
    this.provider = new WebsocketProvider(`ws://${new URL(url).host}/yjs`, name, this.doc, {
      params,
      WebSocketPolyfill: Socket,
      disableBc: true,
    });
    this.provider.on('connection-close', (event) => {
      if (event) this.closed.push({ code: event.code, reason: event.reason });
    });
    this.provider.on('connection-error', (event) => this.errors.push(String(Reflect.get(event, 'message'))));
  }

  get log(): string[] {
    return this.doc.getArray<string>('log').toArray();
  }

  add(text: string): void {
    this.doc.getArray<string>('log').push([text]);
  }

  async synced(): Promise<this> {
    await waitFor(`${this.provider.roomname} synced`, () => this.provider.synced);
    return this;
  }

  /** The reason of the first close. */
  async isClosed(): Promise<{ readonly code: number; readonly reason: string } | undefined> {
    await waitFor('the program is closed', () => this.closed.length > 0);
    return this.closed[0];
  }

  destroy(): void {
    this.provider.destroy();
  }
}
