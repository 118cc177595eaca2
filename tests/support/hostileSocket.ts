import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { SYNC, TYPE } from './collabRaw.ts';

const PONG = new Uint8Array([10]);
const NOTHING = new Uint8Array([0, 0]);
const AUTHENTICATED = 2;
/** The server may be busy with all the others. */
const PATIENCE_MS = 30_000;

export interface SentUpdate {
  readonly address: string;
  readonly payload: Uint8Array;
}

/** An attacker's connection, which knows what the server still owes it an answer to. */
export class HostileSocket {
  readonly ws: WebSocket;
  /** Documents that the server let it open. */
  readonly open = new Set<string>();
  closed: string | undefined;
  /** Answers so far. */
  rights = 0;
  closes = 0;
  states = 0;
  pongs = 0;
  refused = 0;
  readonly #isNamed: boolean;
  readonly #unanswered = new Map<string, SentUpdate[]>();
  readonly #onTaken: (update: SentUpdate) => void;
  #look: (() => void) | undefined;

  /** @param isNamed false at `/yjs`, where messages name no document */
  constructor(
    url: string,
    headers: Readonly<Record<string, string>>,
    isNamed: boolean,
    onTaken: (update: SentUpdate) => void,
  ) {
    this.#isNamed = isNamed;
    this.#onTaken = onTaken;
    this.ws = new WebSocket(url, { headers, perMessageDeflate: false, skipUTF8Validation: true });
    this.ws.binaryType = 'nodebuffer';
    this.ws.on('open', () => this.#look?.());
    this.ws.on('pong', () => {
      this.pongs += 1;
      this.#look?.();
    });
    this.ws.on('message', (data: Buffer) => {
      this.#read(data);
      this.#look?.();
    });
    this.ws.on('unexpected-response', (request, response) => {
      this.#end(`upgrade answered with ${response.statusCode}`);
      request.destroy();
    });
    this.ws.on('error', () => this.#look?.());
    this.ws.on('close', (code, reason) => this.#end(`${code} ${reason}`.trim()));
  }

  /** Every update that was sent for an open document has its answer. */
  get isAnswered(): boolean {
    return [...this.#unanswered.values()].every((updates) => updates.length === 0);
  }

  expect(update: SentUpdate): void {
    const updates = this.#unanswered.get(update.address);
    if (updates) updates.push(update);
    else this.#unanswered.set(update.address, [update]);
  }

  send(data: Uint8Array | string): void {
    if (this.ws.readyState === WebSocket.OPEN) this.ws.send(data);
  }

  /** Resolves when it holds, or the socket is closed; false when neither comes. */
  until(condition: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (held: boolean): void => {
        clearTimeout(timer);
        this.#look = undefined;
        resolve(held);
      };
      const timer = setTimeout(() => done(false), PATIENCE_MS);
      this.#look = () => {
        if (this.closed !== undefined || condition()) done(true);
      };
      this.#look();
    });
  }

  #end(why: string): void {
    this.closed ??= why;
    this.#look?.();
  }

  #read(data: Buffer): void {
    if (data.length === 1) {
      this.send(PONG);
      return;
    }
    const decoder = decoding.createDecoder(data);
    if (!this.#isNamed) {
      if (data[0] === TYPE.sync && data[1] === SYNC.step2) this.states += 1;
      return;
    }
    const address = decoding.readVarString(decoder);
    switch (decoding.readVarUint(decoder)) {
      case TYPE.auth:
        this.rights += 1;
        if (decoding.readVarUint(decoder) !== AUTHENTICATED) return;
        this.open.add(address);
        // Who opens a document has sent its own state along, which is empty.
        this.expect({ address, payload: NOTHING });
        return;
      case TYPE.status: {
        const update = this.#unanswered.get(address)?.shift();
        if (decoding.readVarUint(decoder) === 1) this.#onTaken(update ?? { address, payload: new Uint8Array() });
        else this.refused += 1;
        return;
      }
      case TYPE.close:
        this.closes += 1;
        this.open.delete(address);
    }
  }
}
