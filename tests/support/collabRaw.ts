import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type ClientOptions, WebSocket } from 'ws';
import { ORIGIN } from './collabServer.ts';
import { waitFor } from './waitFor.ts';

/** What the server said: the type's number, and what follows. */
export interface RawMessage {
  readonly address: string;
  readonly type: number;
  readonly body: Uint8Array;
}

export const TYPE = { sync: 0, awareness: 1, auth: 2, stateless: 5, close: 7, status: 8 } as const;
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

const PONG = new Uint8Array([10]);

/** A client that speaks the protocol by hand, as well or as badly as a test wants. */
export class RawClient {
  readonly ws: WebSocket;
  readonly received: RawMessage[] = [];
  /** Everything that came, as it was once inflated. */
  readonly bytes: Uint8Array[] = [];
  /** Does not answer the server's ping. */
  silent = false;
  closed: { readonly code: number; readonly reason: string } | undefined;

  constructor(url: string, user: string | undefined, origin: string | undefined = ORIGIN, options: ClientOptions = {}) {
    const headers = { ...options.headers, ...(user && { cookie: `user=${user}` }), ...(origin && { origin }) };
    this.ws = new WebSocket(url, { ...options, headers });
    this.ws.binaryType = 'arraybuffer';
    this.ws.on('error', () => undefined);
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    this.ws.on('message', (data: ArrayBuffer) => {
      const bytes = new Uint8Array(data);
      this.bytes.push(bytes);
      if (bytes.length === 1) {
        if (!this.silent) this.ws.send(PONG);
        return;
      }
      const decoder = decoding.createDecoder(bytes);
      const address = decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      this.received.push({ address, type, body: bytes.slice(decoder.pos) });
    });
  }

  async opened(): Promise<this> {
    await waitFor('the raw socket opens', () => this.ws.readyState === WebSocket.OPEN || this.closed !== undefined);
    return this;
  }

  send(bytes: Uint8Array): void {
    this.ws.send(bytes);
  }

  message(address: string, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, address);
    write(encoder);
    this.send(encoding.toUint8Array(encoder));
  }

  authenticate(address: string, token = ''): void {
    this.message(address, (encoder) => {
      encoding.writeVarUint(encoder, TYPE.auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, token);
    });
  }

  sync(address: string, kind: number, payload: Uint8Array): void {
    this.message(address, (encoder) => {
      encoding.writeVarUint(encoder, TYPE.sync);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, payload);
    });
  }

  awareness(address: string, entries: readonly (readonly [id: number, clock: number, state: unknown])[]): void {
    const update = encoding.createEncoder();
    encoding.writeVarUint(update, entries.length);
    for (const [id, clock, state] of entries) {
      encoding.writeVarUint(update, id);
      encoding.writeVarUint(update, clock);
      encoding.writeVarString(update, JSON.stringify(state));
    }
    this.message(address, (encoder) => {
      encoding.writeVarUint(encoder, TYPE.awareness);
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
    });
  }

  /** Closes one document, as a provider does that is destroyed. */
  close(address: string): void {
    this.message(address, (encoder) => encoding.writeVarUint(encoder, TYPE.close));
  }

  /** Answers to updates of one document, in order: true for taken, false for refused. */
  statuses(address: string): boolean[] {
    return this.received
      .filter((message) => message.address === address && message.type === TYPE.status)
      .map((message) => message.body[0] === 1);
  }

  /** What was said about rights: a scope, or the reason of a denial. */
  rights(address: string): string[] {
    return this.received
      .filter((message) => message.address === address && message.type === TYPE.auth)
      .map(({ body }) => {
        const decoder = decoding.createDecoder(body);
        decoding.readVarUint(decoder);
        return decoding.readVarString(decoder);
      });
  }

  /** Opens a document without syncing it. */
  async open(address: string, token = ''): Promise<string> {
    const before = this.rights(address).length;
    this.authenticate(address, token);
    await waitFor(
      `an answer about ${address}`,
      () => this.rights(address).length > before || this.closed !== undefined,
    );
    return this.rights(address)[before] ?? `closed ${this.closed?.code}`;
  }

  async isClosed(): Promise<{ readonly code: number; readonly reason: string }> {
    await waitFor('the raw socket closes', () => this.closed !== undefined);
    return this.closed as { readonly code: number; readonly reason: string };
  }

  destroy(): void {
    this.ws.terminate();
  }
}
