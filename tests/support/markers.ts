import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type RawMessage, SYNC, TYPE } from './collabRaw.ts';
import { waitFor } from './waitFor.ts';

/** Looks for words in everything that someone received, in each form in which it may have come. */

/** A word as it would stand in base64, at each of the three places where it can begin. */
function inBase64(word: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]).toString('base64');
    // Without the characters at its ends, which its neighbours decide with it.
    return encoded.slice(before === 0 ? 0 : before + 1, Math.floor(((before + word.length) * 8) / 6));
  });
}

function inflated(bytes: Uint8Array): Uint8Array[] {
  return [inflateRawSync, inflateSync, gunzipSync, brotliDecompressSync].flatMap((inflate) => {
    try {
      return [inflate(bytes)];
    } catch {
      return [];
    }
  });
}

/** The words of these that stand in these bytes, as text, in base64, or deflated and then either. */
function wordsIn(bytes: Uint8Array, words: readonly string[]): string[] {
  return words.filter((word) =>
    [bytes, ...inflated(bytes)].some((each) => {
      const buffer = Buffer.from(each);
      const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(encodeURIComponent(word))];
      return [...forms, ...inBase64(word).map((text) => Buffer.from(text))].some((form) => buffer.includes(form));
    }),
  );
}

/** Everything that a document's updates say, those included whose place is not known, and what was deleted again. */
function saidIn(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc({ gc: false });
  const parts = updates.flatMap((update) => {
    try {
      Y.applyUpdate(doc, update);
      return Y.decodeUpdate(update).structs.map((struct) =>
        struct instanceof Y.Item && !(struct.content instanceof Y.ContentType) ? struct.content.getContent() : [],
      );
    } catch {
      return [];
    }
  });
  // Letters that were typed one by one stand beside each other in a type only.
  const types = [...doc.share.keys()].map((name) => {
    const type = doc.share.get(name);
    const rows: string[] = [];
    const walk = (item: Y.Item | null): string => {
      let text = '';
      for (let next = item; next; next = next.right) {
        if (next.content instanceof Y.ContentString) text += next.content.str;
        else if (next.content instanceof Y.ContentType) rows.push(all(next.content.type));
        else text += JSON.stringify(next.content.getContent());
      }
      return text;
    };
    const all = (of: Y.AbstractType<unknown>): string =>
      [walk(of._start), ...[...of._map.values()].map((item) => walk(item))].join('\n');
    return [type ? all(type as Y.AbstractType<unknown>) : '', ...rows].join('\n');
  });
  return [...types, JSON.stringify(parts)].join('\n');
}

/** What came over one socket. */
export interface Heard {
  readonly bytes: readonly Uint8Array[];
  readonly received: readonly RawMessage[];
  readonly destroy: () => void;
}

/** Another Yjs program at `/yjs`, which asks for the state of its document and listens. */
export class ProgramSocket implements Heard {
  readonly bytes: Uint8Array[] = [];
  readonly received: RawMessage[] = [];
  readonly #ws: WebSocket;

  constructor(address: string) {
    this.#ws = new WebSocket(address);
    this.#ws.binaryType = 'arraybuffer';
    this.#ws.on('error', () => undefined);
    this.#ws.on('open', () => this.#ws.send(new Uint8Array([TYPE.sync, SYNC.step1, 1, 0])));
    this.#ws.on('message', (data: ArrayBuffer) => {
      const bytes = new Uint8Array(data);
      this.bytes.push(bytes);
      this.received.push({ address: 'program', type: bytes[0] ?? -1, body: bytes.slice(1) });
    });
  }

  /** False when it was not let in. */
  async isOpen(): Promise<boolean> {
    await waitFor('an answer to a program', () => this.#ws.readyState !== WebSocket.CONNECTING);
    return this.#ws.readyState === WebSocket.OPEN;
  }

  destroy(): void {
    this.#ws.terminate();
  }
}

/** The updates of each document that came over a socket, by its address. */
function updatesOf(client: Heard): Map<string, Uint8Array[]> {
  const found = new Map<string, Uint8Array[]>();
  for (const { address, type, body } of client.received) {
    if (type !== TYPE.sync) continue;
    const decoder = decoding.createDecoder(body);
    const kind = decoding.readVarUint(decoder);
    if (kind !== SYNC.step2 && kind !== SYNC.update) continue;
    found.set(address, [...(found.get(address) ?? []), decoding.readVarUint8Array(decoder)]);
  }
  return found;
}

/** What someone received, by where it came from. */
export class Received {
  readonly #parts: (readonly [where: string, bytes: Uint8Array])[] = [];

  add(where: string, what: Uint8Array | string): void {
    this.#parts.push([where, typeof what === 'string' ? Buffer.from(what) : what]);
  }

  /** Everything that came over a socket: each message, all of them together, and what the documents say. */
  addSocket(where: string, client: Heard): void {
    for (const bytes of client.bytes) this.add(where, bytes);
    this.add(`${where}, as a whole`, Buffer.concat(client.bytes));
    for (const [address, updates] of updatesOf(client)) this.add(`${where}, ${address}`, saidIn(updates));
  }

  get bytes(): number {
    return this.#parts.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  }

  /** Where each of these words was found. */
  find(words: readonly string[]): string[] {
    return this.#parts.flatMap(([where, bytes]) => wordsIn(bytes, words).map((word) => `${word}: ${where}`));
  }
}
