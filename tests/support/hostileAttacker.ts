import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Dice } from './dice.ts';
import { sendForbidden } from './hostileBytes.ts';
import {
  authFrame,
  closeFrame,
  type HostileContext,
  type HostileFrame,
  loudFrame,
  quietFrame,
  step1Frame,
  step2Frame,
} from './hostileFrames.ts';
import { HostileSocket, type SentUpdate } from './hostileSocket.ts';
import type { HostileTally } from './hostileTally.ts';
import type { HostileUpdates } from './hostileUpdates.ts';

/** Who attacks what. */
export interface AttackPlan {
  readonly role: string;
  /** Where it comes in, one or another. */
  readonly urls: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** False at `/yjs`: the address names the document. */
  readonly isNamed: boolean;
  /** Documents that it tries to open. */
  readonly documents: readonly string[];
}

const HEAD = (encoder: encoding.Encoder, address: string): void => encoding.writeVarString(encoder, address);
const NO_HEAD = (): void => undefined;
const NOWHERE = ['', 'board', 'board/x/frame', 'board/still/party/nobody', 'board/still/frame\0other', '\0', '../..'];
const MOST_AT_ONCE = 60;
const NOT_LET_IN_MS = 200;

/** Comes, opens documents, sends what it should not, and comes back when it is closed. */
export class HostileAttacker {
  readonly #plan: AttackPlan;
  readonly #dice: Dice;
  readonly #tally: HostileTally;
  readonly #context: HostileContext;

  constructor(plan: AttackPlan, dice: Dice, updates: HostileUpdates, others: readonly number[], tally: HostileTally) {
    this.#plan = plan;
    this.#dice = dice;
    this.#tally = tally;
    const { documents, isNamed } = plan;
    this.#context = { dice, updates, others, open: documents, closed: NOWHERE, head: isNamed ? HEAD : NO_HEAD };
  }

  async run(): Promise<void> {
    while (!this.#tally.isDone) {
      const socket = await this.#come();
      while (socket.closed === undefined && !this.#tally.isDone) {
        const messages = 1 + this.#dice.below(MOST_AT_ONCE);
        await this.#tally.pace(messages + 1);
        await this.#round(socket, messages);
      }
      if (socket.closed !== undefined) this.#tally.closed(socket.closed);
      socket.ws.terminate();
      this.#tally.refused += socket.refused;
    }
  }

  async #come(): Promise<HostileSocket> {
    const { urls, headers, isNamed, documents, role } = this.#plan;
    const socket = new HostileSocket(this.#dice.pick(urls), headers, isNamed, (update) =>
      this.#tally.taken(role, update),
    );
    this.#tally.connections += 1;
    await this.#wait(socket, 'the socket opens', () => socket.ws.readyState === socket.ws.OPEN);
    // Who is not let in does not come back at once: that would be all it does.
    if (socket.closed !== undefined) await new Promise((resolve) => setTimeout(resolve, NOT_LET_IN_MS));
    if (!isNamed) return socket;
    for (const address of documents) this.#open(socket, address);
    const rights = documents.length;
    await this.#wait(socket, 'an answer about each document', () => socket.rights >= rights);
    return socket;
  }

  #open(socket: HostileSocket, address: string): void {
    socket.send(authFrame(this.#context, address, '{"generation":1,"schema":1}'));
    socket.send(step1Frame(this.#context, address));
    socket.send(step2Frame(this.#context, address));
  }

  /** Some messages that are taken in silence or refused, then one that may end the connection. */
  async #round(socket: HostileSocket, messages: number): Promise<void> {
    const dice = this.#dice;
    for (let left = messages; left > 0; left -= 1) {
      this.#send(socket, quietFrame(this.#context, this.#plan.isNamed));
    }
    await this.#answered(socket);
    if (this.#plan.isNamed && dice.chance(0.1)) await this.#storm(socket);
    if (socket.closed !== undefined) return;
    if (dice.chance(0.05)) {
      this.#tally.sent(sendForbidden(socket.ws, dice));
      await this.#wait(socket, 'the websocket is closed', () => false);
    } else {
      this.#send(socket, loudFrame(this.#context));
      await this.#answered(socket);
    }
  }

  /** Closes a document and opens it again, several times without waiting. */
  async #storm(socket: HostileSocket): Promise<void> {
    const [address] = [...socket.open];
    if (address === undefined) return;
    const times = 1 + this.#dice.below(5);
    const { rights, closes } = socket;
    for (let count = 0; count < times; count += 1) {
      socket.send(closeFrame(this.#context, address));
      this.#open(socket, address);
      for (let frame = 0; frame < 4; frame += 1) this.#tally.sent('close: closed and opened again');
    }
    const isBack = (): boolean => socket.rights >= rights + times && socket.closes >= closes + times;
    await this.#wait(socket, 'the document is closed and open again', isBack);
    await this.#answered(socket);
  }

  #send(socket: HostileSocket, frame: HostileFrame): void {
    if (socket.closed !== undefined) return;
    const update = this.#plan.isNamed ? (frame.update ?? readUpdate(frame.data)) : undefined;
    if (update && socket.open.has(update.address)) socket.expect(update);
    socket.send(frame.data);
    this.#tally.sent(frame.kind);
  }

  /** Everything that was sent is received, and every update answered: what comes next is looked at too. */
  async #answered(socket: HostileSocket): Promise<void> {
    if (socket.closed !== undefined) return;
    const pongs = socket.pongs + 1;
    const states = socket.states + 1;
    const { isNamed, documents } = this.#plan;
    if (!isNamed) socket.send(step1Frame(this.#context, documents[0] ?? ''));
    socket.ws.ping();
    const isDone = (): boolean => socket.pongs >= pongs && (isNamed ? socket.isAnswered : socket.states >= states);
    await this.#wait(socket, 'an answer to every update', isDone);
  }

  async #wait(socket: HostileSocket, what: string, condition: () => boolean): Promise<void> {
    if (await socket.until(condition)) return;
    this.#tally.problem(`${this.#plan.role} waited in vain for: ${what}`);
    socket.ws.terminate();
    await socket.until(() => false);
  }
}

/** The update in a message that was made at random, where there is one. */
function readUpdate(data: Uint8Array | string): SentUpdate | undefined {
  if (typeof data === 'string') return undefined;
  try {
    const decoder = decoding.createDecoder(data);
    const address = decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    const kind = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    const isUpdate = (type === 0 || type === 4) && (kind === 1 || kind === 2) && decoder.pos === data.length;
    return isUpdate ? { address, payload: payload.slice() } : undefined;
  } catch {
    return undefined;
  }
}
