import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { SYNC, TYPE } from '../support/collabRaw.ts';
import { ORIGIN } from '../support/collabServer.ts';
import { waitFor } from '../support/waitFor.ts';
import { NAMES } from './benchBoard.ts';

const PONG = new Uint8Array([10]);

/**
 * One of many: opens and syncs the board's documents and takes what comes without looking into it, so that hundreds
 * fit in one process and the server is what is measured.
 */
export class CrowdClient {
  readonly #ws: WebSocket;
  readonly #doc = new Y.Doc();
  readonly #id: string;
  #answers = 0;

  constructor(url: string, user: string, id: string) {
    this.#id = id;
    this.#ws = new WebSocket(url, { headers: { cookie: `user=${user}`, origin: ORIGIN }, skipUTF8Validation: true });
    this.#ws.binaryType = 'nodebuffer';
    this.#ws.on('message', (data: Buffer) => {
      if (data.length === 1) this.#ws.send(PONG);
      else this.#answers += 1;
    });
    this.#ws.on('error', () => undefined);
  }

  async opened(): Promise<this> {
    await waitFor('a socket of the crowd opens', () => this.#ws.readyState === WebSocket.OPEN);
    for (const name of NAMES) {
      this.#send(name, (encoder) => {
        encoding.writeVarUint(encoder, TYPE.auth);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, '');
      });
      this.#sync(name, SYNC.step1, Y.encodeStateVector(new Y.Doc()));
    }
    // An answer about the rights, and the state, of each document.
    await waitFor('the crowd is let in', () => this.#answers >= 2 * NAMES.length);
    // What every provider answers when the server asks for its state; the product takes no updates before it.
    for (const name of NAMES) this.#sync(name, SYNC.step2, Y.encodeStateAsUpdate(new Y.Doc()));
    return this;
  }

  /** Writes a value under its own key in one of the documents; what is overwritten is gone, as when a card moves. */
  edit(value: string): void {
    const before = Y.encodeStateVector(this.#doc);
    this.#doc.getMap('bench').set(this.#id, value);
    this.#sync(NAMES[1] ?? '', SYNC.update, Y.encodeStateAsUpdate(this.#doc, before));
  }

  destroy(): void {
    this.#ws.terminate();
  }

  #sync(name: string, kind: number, payload: Uint8Array): void {
    this.#send(name, (encoder) => {
      encoding.writeVarUint(encoder, TYPE.sync);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, payload);
    });
  }

  #send(name: string, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, name);
    write(encoder);
    this.#ws.send(encoding.toUint8Array(encoder));
  }
}
