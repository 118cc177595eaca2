import { type Hocuspocus, OutgoingMessage, type WebSocketLike } from '@hocuspocus/server';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Id } from '../../shared/board/ids.ts';
import { parseDocumentName } from '../../shared/doc/names.ts';
import { CLOSE, DENIED } from '../../shared/protocol/live.ts';
import { sendMessage } from './bigMessages.ts';
import type { CloseReason } from './closeReason.ts';
import type { Dialect } from './dialect.ts';
import { asksFromNothing, type EarlyAnswer, questionAfter } from './earlyAnswer.ts';
import { type Frame, readDenial, readFrame } from './frame.ts';
import type { CollabLimits } from './limits.ts';
import type { CollabMetrics, CutReason } from './metrics.ts';
import { TokenBucket } from './tokenBucket.ts';
import { type Turn, Turns } from './turns.ts';

const MEANT: readonly string[] = Object.values(DENIED);

/** Who came in, as the session or the access token says. */
export interface SocketIdentity {
  /** A person, or the token of a program. */
  readonly userId: Id;
  readonly userName: string;
  /** Names the session; see `LiveBoards.sessionEnded`. */
  readonly sessionKey: string;
  readonly cookie: string | undefined;
  /** The network address it came from. */
  readonly address: string;
  /** Present for a program with an access token; it is for this board. */
  readonly program?: { readonly boardId: Id };
}

/** Why a socket is not read: too fast, too much unfinished, it does not read itself, or the server stops. */
type Pause = 'rate' | 'unfinished' | 'unread' | 'closing';

type ClientConnection = ReturnType<Hocuspocus['handleConnection']>;

/** What a socket needs to know of a document that it has open. */
export interface SocketLink {
  /** A message was handed to the engine, and is done. */
  readonly begun: (turn: Turn) => void;
  readonly done: (turn: Turn) => void;
}

/** One document of this socket as the wire sees it. */
interface Address<Link> {
  /**
   * `syncing`: the client asked for our state and owes us its own. Updates that it sends meanwhile may build on
   * edits that we get with its state only, so they wait until it came; it contains them.
   * `closing`: what comes now belongs to the client's next opening of the same document.
   */
  phase: 'opening' | 'syncing' | 'synced' | 'closing';
  link: Link | undefined;
  held: Uint8Array[];
  /** The newest presence that came before the document was open. */
  presence: Uint8Array | undefined;
  /** The newest `step 1` that came before the document was open: the engine gets it then. */
  question?: Uint8Array | undefined;
  /** What it was answered with already. */
  answer?: EarlyAnswer | undefined;
}

/** A socket that is closed by us is cut off after this, whether or not the other side answers. */
const TERMINATE_AFTER_MS = 1_000;
/** Opening a document asks the database; it counts as this many messages. */
const OPENING_WEIGHT = 10;
const PING = new Uint8Array([9]);
const PONG = 10;

/** The gate between a websocket and the engine: reads, limits, orders and closes. */
export class LiveSocket<Link extends SocketLink> {
  readonly identity: SocketIdentity;
  readonly links = new Set<Link>();
  /** The connection is over, or being ended: nothing that comes after it is taken, nothing more is sent. */
  dead = false;
  /** We ended it: what was received but not begun is dropped too. */
  cutOff = false;
  readonly #ws: WebSocket;
  readonly #limits: CollabLimits;
  readonly #logger: Logger;
  readonly #metrics: CollabMetrics;
  readonly #onPresence: (link: Link, payload: Uint8Array) => void;
  readonly #onQuestion: (socket: LiveSocket<Link>, documentName: string) => void;
  readonly #unsentOf: (userId: Id) => number;
  readonly #dialect: Dialect | undefined;
  readonly #addresses = new Map<string, Address<Link>>();
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #work: TokenBucket;
  readonly #turns = new Turns();
  readonly #turnOf = new WeakMap<Uint8Array, Turn>();
  readonly #pauses = new Set<Pause>();
  /** Of `performance.now()`, as all times here: a clock that is set back would hold the socket up. */
  #receivedAt: number;
  #unreadSince = 0;
  #unfinished = { messages: 0, bytes: 0 };
  #opening = 0;
  #engine: ClientConnection | undefined;
  #whenFinished: (() => void) | undefined;

  constructor(
    ws: WebSocket,
    identity: SocketIdentity,
    deps: {
      readonly limits: CollabLimits;
      readonly logger: Logger;
      readonly metrics: CollabMetrics;
      readonly onPresence: (link: Link, payload: Uint8Array) => void;
      /** A client asks for the state of a document that is not open yet. */
      readonly onQuestion: (socket: LiveSocket<Link>, documentName: string) => void;
      /** Bytes that wait to be taken by this person's sockets. */
      readonly unsentOf: (userId: Id) => number;
      /** What this person's sockets may take of the thread, in milliseconds. */
      readonly work: TokenBucket;
      /** Absent for who speaks the Hocuspocus protocol. */
      readonly dialect?: Dialect | undefined;
    },
  ) {
    this.#ws = ws;
    this.identity = identity;
    this.#limits = deps.limits;
    this.#logger = deps.logger;
    this.#metrics = deps.metrics;
    this.#onPresence = deps.onPresence;
    this.#onQuestion = deps.onQuestion;
    this.#unsentOf = deps.unsentOf;
    this.#dialect = deps.dialect;
    this.#work = deps.work;
    this.#receivedAt = performance.now();
    const { messagesPerSecond, messageBurst, bytesPerSecond, byteBurst } = deps.limits;
    this.#messages = new TokenBucket(messagesPerSecond, messageBurst, this.#receivedAt);
    this.#bytes = new TokenBucket(bytesPerSecond, byteBurst, this.#receivedAt);
  }

  /** Bytes that the other side has not taken. */
  get unsent(): number {
    return this.#ws.bufferedAmount;
  }

  /** Connects both sides; the engine gets `forEngine` in place of the websocket. */
  start(connect: (forEngine: WebSocketLike) => ClientConnection): void {
    const ws = this.#ws;
    this.#engine = connect({
      get readyState() {
        return ws.readyState;
      },
      send: (data) => this.#send(data as Uint8Array),
      // The engine closes the socket when it is misused (too many documents at once, messages without a document).
      close: () => this.close(CLOSE.malformed),
    });
    ws.on('message', (data, isBinary) => {
      try {
        const start = performance.now();
        this.#receive(data as Buffer, isBinary);
        this.worked(performance.now() - start);
      } catch (error) {
        this.#logger.error({ err: error }, 'live: a message could not be handled');
        this.#metrics.hookErrors += 1;
        this.close(CLOSE.malformed);
      }
    });
    ws.on('error', (error) => this.#logger.debug({ err: error }, 'live: websocket error'));
    ws.on('close', (code, reason) => {
      this.dead = true;
      this.#engine?.handleClose({ code, reason: reason.toString() });
    });
    if (!this.#dialect) return;
    ws.on('pong', () => {
      this.#receivedAt = performance.now();
    });
    const opening = readFrame(this.#dialect.opening);
    if (opening) this.#take(opening, this.#dialect.opening);
  }

  /** Ends the connection at once: nothing more is taken or sent, and it is cut off if the other side does not close. */
  close(why: CloseReason): void {
    if (this.dead) return;
    this.dead = true;
    this.cutOff = true;
    this.#metrics.closed[why.reason] = (this.#metrics.closed[why.reason] ?? 0) + 1;
    this.#ws.close(why.code, why.reason);
    this.#engine?.handleClose(why);
    // A socket that is not read would not notice the other side's answer either.
    this.#ws.resume();
    setTimeout(() => this.#ws.terminate(), TERMINATE_AFTER_MS).unref();
  }

  /** Stops reading and resolves when what was read is done. */
  finish(): Promise<void> {
    this.#pause('closing');
    if (this.#unfinished.messages === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenFinished = resolve;
    });
  }

  /** Keeps proxies and the provider from thinking that the connection is gone; cuts off who does not answer. */
  ping(): void {
    if (this.dead) return;
    const { silentMs, unreadMs } = this.#limits;
    const now = performance.now();
    if (this.#pauses.size === 0 && now - this.#receivedAt > silentMs) this.#cut('silent');
    else if (this.#pauses.has('unread') && now - this.#unreadSince > unreadMs) this.#cut('not-reading');
    else {
      this.#send(PING);
      // A program that has nothing to say answers only the websocket's own ping.
      if (this.#dialect) this.#ws.ping();
    }
  }

  /** What it sent took this long: who makes the thread work much is read more slowly, and nobody else. */
  worked(ms: number): void {
    const wait = this.#work.take(ms, performance.now());
    if (wait > 0 && !this.dead) this.#pauseFor(wait);
  }

  /** The place in the row of a message that was handed to the engine. */
  turnOf(message: Uint8Array): Turn | undefined {
    return this.#turnOf.get(message);
  }

  /** The engine opened a document: later messages for its address belong to this link. */
  opened(address: string, link: Link): void {
    const entry = this.#addresses.get(address);
    if (!entry) return;
    this.#leaveOpening(entry);
    entry.link = link;
    if (entry.presence) this.#onPresence(link, entry.presence);
    entry.presence = undefined;
    this.#handQuestion(address, entry);
  }

  /**
   * Whether the client waits for the state of a document of which it has nothing yet. Programs wait for the engine: what
   * they asked tells it whether they began with nothing.
   */
  waitsForState(address: string): boolean {
    const entry = this.#addresses.get(address);
    const waits = !this.dead && !this.#dialect && entry?.phase === 'syncing' && !entry.link && !entry.answer;
    return waits && entry.question !== undefined && asksFromNothing(entry.question);
  }

  /** Sends the stored state ahead of the engine. Resolves when it is sent, or never will be. */
  answerEarly(address: string, answer: EarlyAnswer): Promise<void> {
    const entry = this.#addresses.get(address);
    if (!entry || !this.waitsForState(address)) return Promise.resolve();
    entry.answer = answer;
    return new Promise((resolve) => {
      const last = answer.messages.length - 1;
      for (const [index, message] of answer.messages.entries())
        this.#send(message, index === last ? resolve : undefined);
      if (this.dead) resolve();
    });
  }

  /** The document is closed on this socket. */
  closed(address: string, link: Link): void {
    this.links.delete(link);
    const entry = this.#addresses.get(address);
    if (entry?.link === link) this.#forget(address, entry);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.dead) return;
    const now = performance.now();
    this.#receivedAt = now;
    if (data.length === 1 && data[0] === PONG) return;
    // A copy with a buffer of its own: what a wrong length reads then is never another socket's data.
    const received = new Uint8Array(data);
    const message = this.#dialect ? this.#dialect.read(received) : received;
    const isMessage = isBinary && typeof message !== 'string';
    const frame = isMessage ? readFrame(message) : undefined;
    const weight = frame?.kind === 'auth' ? OPENING_WEIGHT : message === 'nothing' ? 0 : 1;
    const wait = Math.max(this.#messages.take(weight, now), this.#bytes.take(data.length, now));
    if (wait > 0) this.#pauseFor(wait);
    if (frame && isMessage) this.#take(frame, message);
    else if (!isBinary || message !== 'nothing') this.close(CLOSE.malformed);
  }

  #take(frame: Frame, message: Uint8Array): void {
    const entry = this.#addresses.get(frame.address);
    if (entry?.phase === 'closing') {
      this.#hold(entry, message);
      return;
    }
    if (frame.kind === 'auth') {
      // A token for an open document changes nothing: rights come from the session and the database.
      if (!entry) this.#open(frame, message);
      return;
    }
    // Not opened, or denied: there is nobody to give it to.
    if (!entry) return;
    switch (frame.kind) {
      case 'step1':
        if (entry.phase === 'opening') entry.phase = 'syncing';
        if (entry.link) {
          this.#hand(message);
          return;
        }
        entry.question = message;
        this.#onQuestion(this, frame.documentName);
        return;
      case 'step2': {
        this.#handInTurn(entry, message);
        const held = entry.held;
        entry.held = [];
        entry.phase = 'synced';
        for (const update of held) this.#handInTurn(entry, update);
        return;
      }
      case 'update':
        if (entry.phase !== 'syncing') this.#handInTurn(entry, message);
        else this.#hold(entry, message);
        return;
      case 'awareness':
        if (entry.link) this.#onPresence(entry.link, frame.payload as Uint8Array);
        else entry.presence = frame.payload;
        return;
      case 'close':
        entry.phase = 'closing';
        entry.held = [];
        this.#hand(message);
        return;
      default:
        return;
    }
  }

  #open(frame: Frame, message: Uint8Array): void {
    const denied = !parseDocumentName(frame.documentName)
      ? DENIED.noAccess
      : this.#addresses.size >= this.#limits.documentsPerSocket
        ? DENIED.tooManyDocuments
        : undefined;
    if (denied) {
      this.#send(new OutgoingMessage(frame.address).writePermissionDenied(denied).toUint8Array());
      return;
    }
    this.#addresses.set(frame.address, { phase: 'opening', link: undefined, held: [], presence: undefined });
    this.#opening += 1;
    this.#hand(message);
  }

  #hold(entry: Address<Link>, message: Uint8Array): void {
    if (entry.held.push(message) > this.#limits.unfinishedMessages) this.close(CLOSE.tooMany);
  }

  /** The document is not open any more; what was held while it closed is for the next opening. */
  #forget(address: string, entry: Address<Link>): void {
    this.#addresses.delete(address);
    if (entry.phase !== 'closing' || this.dead) return;
    for (const message of entry.held) {
      const frame = readFrame(message);
      if (frame) this.#take(frame, message);
    }
  }

  /** The engine sends only what came after the early answer. */
  #handQuestion(address: string, entry: Address<Link>): void {
    const { question, answer } = entry;
    entry.question = undefined;
    entry.answer = undefined;
    if (!question || entry.phase === 'closing' || this.dead) return;
    this.#hand(answer?.stateVector ? questionAfter(address, answer.stateVector) : question);
  }

  #hand(message: Uint8Array): void {
    this.#engine?.handleMessage(message);
  }

  #handInTurn(entry: Address<Link>, message: Uint8Array): void {
    const { link } = entry;
    if (link) {
      this.#unfinished.messages += 1;
      this.#unfinished.bytes += message.length;
      const turn = this.#turns.next(() => {
        link.done(turn);
        this.#unfinished.messages -= 1;
        this.#unfinished.bytes -= message.length;
        this.#resumeWhenFinished();
      });
      link.begun(turn);
      this.#turnOf.set(message, turn);
      if (this.#isBehind()) this.#pause('unfinished');
    }
    this.#hand(message);
  }

  #isBehind(): boolean {
    const { unfinishedMessages, unfinishedBytes } = this.#limits;
    return this.#unfinished.messages > unfinishedMessages || this.#unfinished.bytes > unfinishedBytes;
  }

  #resumeWhenFinished(): void {
    if (!this.#isBehind()) this.#resume('unfinished');
    if (this.#unfinished.messages === 0) this.#whenFinished?.();
  }

  #leaveOpening(entry: Address<Link>): void {
    if (!entry.link) this.#opening -= 1;
  }

  #send(data: Uint8Array, sent?: () => void): void {
    if (this.dead) return;
    if (this.#opening > 0) this.#noticeDenial(data);
    if (this.dead) return;
    const told = this.#dialect ? this.#dialect.write(data) : data;
    if (!told) {
      sent?.();
      return;
    }
    if (told instanceof Uint8Array) this.#write(told, sent);
    else this.close(told);
  }

  /** Who does not take what is sent is not heard either: each request may be answered by a whole document. */
  #write(data: Uint8Array, sent: (() => void) | undefined): void {
    const { unreadBytes, unsentBytes } = this.#limits;
    const unsent = this.#ws.bufferedAmount + data.length;
    if (unsent <= unreadBytes) {
      sendMessage(this.#ws, data, sent);
      return;
    }
    sendMessage(this.#ws, data, () => {
      this.#onTaken();
      sent?.();
    });
    if (this.#ws.bufferedAmount > unsentBytes || this.#isOverOwnShare()) this.#cut('not-reading');
    else if (!this.#pauses.has('unread') && this.#ws.bufferedAmount > unreadBytes) {
      this.#unreadSince = performance.now();
      this.#pause('unread');
    }
  }

  /** Many sockets that read nothing are no way around the limit of one. */
  #isOverOwnShare(): boolean {
    return this.#unsentOf(this.identity.userId) > this.#limits.unsentBytesPerUser;
  }

  readonly #onTaken = (): void => {
    if (this.#ws.bufferedAmount <= this.#limits.unreadBytes) this.#resume('unread');
  };

  /** Ends the connection without a word: the other side would not hear it. */
  #cut(reason: CutReason): void {
    this.#metrics.closed[reason] = (this.#metrics.closed[reason] ?? 0) + 1;
    this.#ws.terminate();
  }

  /**
   * The engine denied a document: what its provider still sends for it is for nobody. A denial that we did not mean is
   * a document that could not be loaded; the socket closes, and the client comes back instead of believing it is shut out.
   */
  #noticeDenial(data: Uint8Array): void {
    const denial = data.length > 1 ? readDenial(data) : undefined;
    const entry = denial && this.#addresses.get(denial.address);
    if (denial && !MEANT.includes(denial.reason)) {
      this.close(CLOSE.storeUnavailable);
      return;
    }
    if (!entry || entry.link) return;
    this.#opening -= 1;
    this.#forget(denial.address, entry);
  }

  #pauseFor(ms: number): void {
    if (this.#pauses.has('rate')) return;
    this.#metrics.slowed += 1;
    this.#pause('rate');
    setTimeout(() => this.#resume('rate'), ms).unref();
  }

  #pause(why: Pause): void {
    this.#pauses.add(why);
    this.#ws.pause();
  }

  #resume(why: Pause): void {
    if (!this.#pauses.delete(why) || this.#pauses.size > 0) return;
    this.#receivedAt = performance.now();
    this.#ws.resume();
  }
}
