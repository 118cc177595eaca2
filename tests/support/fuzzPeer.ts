import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import type { DocumentSlot } from '../../client/board/documentSlot.ts';
import type { LiveBoard } from '../../client/board/liveBoard.ts';
import { storeOf } from '../../client/board/offline/stores.ts';
import type { SetAside } from '../../client/board/setAside.ts';
import { waitingCount } from '../../client/board/waiting.ts';
import type { Board } from '../../shared/board/board.ts';
import { type DocumentRef, documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import { addActivity } from '../../shared/commands/addActivity.ts';
import type { Accepted } from '../../shared/commands/command.ts';
import { editActivity } from '../../shared/commands/editActivity.ts';
import { addListEntry } from '../../shared/commands/editList.ts';
import { editOutcome } from '../../shared/commands/editOutcome.ts';
import type { TextRef } from '../../shared/doc/layout.ts';
import { contextOf } from './board.ts';
import type { FakeBrowser } from './fakeBrowser.ts';
import { type Mark, standsIn, timesSetAside, touchedFields } from './fuzzMarks.ts';
import { FuzzPage } from './fuzzPage.ts';
import { PARTIES, randomStep, type Stage } from './history.ts';
import { type TcpProxy, tcpProxy } from './tcpProxy.ts';

export interface PeerOptions {
  readonly port: number;
  readonly user: string;
  readonly party: string;
  readonly board: string;
  readonly browser: FakeBrowser;
  readonly random: () => number;
  /** Signs in anew. */
  readonly signIn: () => Promise<string>;
  /** Before the restore or after it. */
  readonly era: () => number;
}

const REFS: readonly DocumentRef[] = [FRAME, ...PARTIES.map(party)];

/** A person with a browser on a wire of its own. Writes by commands and in texts, and remembers what became of it. */
export class FuzzPeer {
  readonly marks: Mark[] = [];
  /** Fields that this person wrote, as paths; records that they made, likewise. */
  readonly touched = new Set<string>();
  readonly wire: TcpProxy;
  /** Steps for which it stays away. */
  away = 0;
  pages = 0;
  readonly #options: PeerOptions;
  readonly #stage: Stage;
  readonly #watched = new WeakSet<Y.Doc>();
  #cookie = '';
  #page: FuzzPage;

  static async on(options: PeerOptions): Promise<FuzzPeer> {
    const peer = new FuzzPeer(await tcpProxy('127.0.0.1', options.port), options);
    await peer.signIn();
    peer.#page = peer.#newPage();
    return peer;
  }

  private constructor(wire: TcpProxy, options: PeerOptions) {
    this.wire = wire;
    this.#options = options;
    this.#page = undefined as unknown as FuzzPage;
    const board = (): Board => this.live?.store.latest() ?? contentless();
    const run: Stage['run'] = (command, args) => {
      if (!this.live) throw new Error('nobody is there to run it');
      return this.live.commands.run(command, args);
    };
    this.#stage = {
      get board() {
        return board();
      },
      run,
    };
  }

  get user(): string {
    return this.#options.user;
  }

  get live(): LiveBoard | undefined {
    return this.#page.live;
  }

  get isSignedOut(): boolean {
    return this.#page.isSignedOut;
  }

  get setAside(): readonly SetAside[] {
    return this.live?.setAside.get() ?? [];
  }

  doc(ref: DocumentRef): Y.Doc | undefined {
    return this.#page.slot(ref)?.doc();
  }

  /** Connected, everything acknowledged, and nothing on the device that waits. */
  async isSettled(generation: number): Promise<boolean> {
    const { live } = this;
    if (live?.status.get().phase !== 'ready' || live.detail.get().generation !== generation) return false;
    if (live.saved.get().waiting !== live.setAside.get().reduce((sum, { items }) => sum + items.length, 0))
      return false;
    if (live.connection.get() !== 'online') return false;
    if (!REFS.every((ref) => this.#page.slot(ref)?.isWritable())) return false;
    return (await storeOf(this.user).edits(this.#options.board)).length === 0;
  }

  /** What is not as it should be with one who is not settled. */
  state(): string {
    const { live } = this;
    if (!live) return `${this.user} has no board`;
    const slots = REFS.map((ref) => `${documentKey(ref)} ${this.#page.slot(ref)?.state()}`);
    const { generation, mode, role } = live.detail.get();
    const says = [live.status.get(), live.connection.get(), live.saved.get(), generation, mode, role, this.isSignedOut];
    return `${this.user}: ${JSON.stringify(says)} ${slots.join(', ')}`;
  }

  async signIn(): Promise<void> {
    this.#cookie = await this.#options.signIn();
    this.#options.browser.cookies.set(this.#host, this.#cookie);
    // Absent on the first time.
    if (this.#page as FuzzPage | undefined) this.#page.signedIn();
  }

  /** The network comes back, and is noticed at once as far as the browser's own signals go. */
  comeBack(): void {
    this.away = 0;
    this.wire.mend();
    this.#options.browser.online();
  }

  /** Closes the page, or lets it die, and opens another one. */
  async reopen(how: 'closed' | 'died'): Promise<void> {
    const isAway = this.away > 0;
    if (how === 'died') {
      this.wire.cut();
      // What was written has reached the device: after a moment without one nothing could be promised.
      if (this.live) await storeOf(this.user).keepBoard(this.live.detail.get());
      this.#options.browser.cutStore(this.user);
      this.#page.leave();
    } else {
      this.#page.leave();
      // What it writes at the end is begun in this turn.
      await wait(0);
      this.#options.browser.cutStore(this.user);
    }
    this.pages += 1;
    if (!isAway && how === 'died') this.wire.mend();
    this.#page = this.#newPage();
  }

  async destroy(): Promise<void> {
    this.#page.leave();
    await this.wire.close();
    this.#options.browser.cutStore(this.user);
  }

  /** Does or types something. */
  edit(): void {
    const { live } = this;
    if (live?.status.get().phase !== 'ready') return;
    this.watch();
    const { random, party: own } = this.#options;
    const chance = random();
    if (chance < 0.3) randomStep(this.#stage, random, contextOf(own, random));
    else if (chance < 0.37) (random() < 0.7 ? live.commands.undo : live.commands.redo)();
    else if (chance < 0.5) this.#type(live);
    else if (chance < 0.7) this.#addRecord(live);
    else if (chance < 0.88) this.#addText(live);
    else this.#giveTitle(live);
    this.watch();
  }

  /** Follows the documents that are shown now, and notes what the page was told of its edits. */
  watch(): void {
    for (const ref of REFS) {
      const doc = this.doc(ref);
      if (!doc || this.#watched.has(doc)) continue;
      this.#watched.add(doc);
      doc.on('afterTransaction', (transaction) => this.#follow(transaction, documentKey(ref), doc));
    }
    for (const ref of REFS) {
      const slot = this.#page.slot(ref);
      if (slot?.state() !== 'open') continue;
      for (const mark of this.marks) if (mark.document === documentKey(ref)) this.#hear(mark, slot);
    }
  }

  /** What was written in the document that is shown is saved when nothing waits; else when a fresh one has it. */
  #hear(mark: Mark, slot: DocumentSlot): void {
    const { page, version } = mark.listener;
    if (mark.isAcknowledged || page !== this.#page || slot.version() < version) return;
    const isPending =
      slot.version() === version ? waitingCount(slot.waiting()) > 0 : timesSetAside(mark, this.setAside) > 0;
    const doc = slot.doc();
    if (!isPending && doc && standsIn(doc, mark)) mark.isAcknowledged = true;
  }

  get #host(): string {
    return `127.0.0.1:${this.wire.port}`;
  }

  #newPage(): FuzzPage {
    const { user, board } = this.#options;
    return new FuzzPage(
      this.#host,
      user,
      board,
      () => this.#cookie,
      (live) => {
        live.saved.subscribe(() => this.watch());
        this.#takeOver();
      },
    );
  }

  /** A new page brings what waited in the one before. */
  #takeOver(): void {
    for (const mark of this.marks) {
      if (mark.isAcknowledged || timesSetAside(mark, this.setAside) > 0) continue;
      mark.listener = { page: this.#page, version: 1 };
    }
    this.watch();
  }

  #follow(transaction: Y.Transaction, document: string, doc: Y.Doc): void {
    const own = new Set(transaction.local ? touchedFields(transaction) : []);
    for (const path of own) this.touched.add(path);
    for (const mark of this.marks) {
      if (!mark.record || mark.document !== document) continue;
      const isThere = standsIn(doc, mark);
      if (isThere && own.has([...mark.record, 'title'].join('/'))) mark.isGivenAgain = true;
      if (!isThere && !mark.isAcknowledged) mark.isOverwritten = true;
    }
  }

  #mark(kind: Mark['kind'], document: DocumentRef, text: string, record?: Mark['record']): void {
    const version = this.#page.slot(document)?.version() ?? 0;
    this.marks.push({
      kind,
      document: documentKey(document),
      text,
      era: this.#options.era(),
      isAcknowledged: false,
      isOverwritten: false,
      isGivenAgain: false,
      listener: { page: this.#page, version },
      ...(record ? { record } : {}),
    });
  }

  #words(): string {
    return `${this.user} schreef ${this.marks.length}.`;
  }

  #pick<T>(items: Iterable<T>): T | undefined {
    const all = [...items];
    return all[Math.floor(this.#options.random() * all.length)];
  }

  #addRecord(live: LiveBoard): void {
    const ref = this.#pick(REFS) ?? FRAME;
    const title = this.#words();
    const outcomeId = this.#pick(live.store.latest().outcomes.keys());
    const result =
      ref.kind === 'frame'
        ? live.commands.run(addListEntry, { list: 'localities', title })
        : live.commands.run(addActivity, { title, outcomeId, ownerId: ref.organisationId });
    if (result.ok) this.#mark('record', ref, result.id);
  }

  #giveTitle(live: LiveBoard): void {
    const { activities, outcomes } = live.store.latest();
    const activity = this.#options.random() < 0.6 ? this.#pick(activities.values()) : undefined;
    const outcome = activity ? undefined : this.#pick(outcomes.values());
    const title = this.#words();
    const given = (result: { readonly ok: boolean }, collection: string, id: string): void => {
      if (result.ok) this.#mark('title', (result as Accepted).document, title, [collection, id]);
    };
    if (activity) given(live.commands.run(editActivity, { activityId: activity.id, title }), 'activities', activity.id);
    if (outcome) given(live.commands.run(editOutcome, { outcomeId: outcome.id, title }), 'outcomes', outcome.id);
  }

  #textRef(live: LiveBoard, field: 'notesText' | 'resultsText:2026'): TextRef | undefined {
    const { activities, outcomes } = live.store.latest();
    const outcome = field === 'notesText' && this.#options.random() < 0.3 ? this.#pick(outcomes.keys()) : undefined;
    if (outcome !== undefined) return { kind: 'outcome', id: outcome, field: 'explanationText' };
    const activity = this.#pick(activities.keys());
    return activity === undefined ? undefined : { kind: 'activity', id: activity, field };
  }

  /** A paragraph of its own, where everybody only adds. */
  #addText(live: LiveBoard): void {
    const ref = this.#textRef(live, 'notesText');
    const text = ref && live.fragment(ref);
    if (!text?.writable) return;
    const words = this.#words();
    const document = text.organisationId === undefined ? FRAME : party(text.organisationId);
    // Before it is written: the server may answer in between.
    this.#mark('text', document, words);
    text.doc.transact(() => text.fragment.push([paragraph(words)]));
  }

  /** Words in the middle of what stands there. */
  #type(live: LiveBoard): void {
    const ref = this.#textRef(live, 'resultsText:2026');
    const text = ref && live.fragment(ref);
    if (!text?.writable) return;
    const { fragment, doc } = text;
    doc.transact(() => {
      const first = fragment.length > 0 ? fragment.get(0) : undefined;
      const inner = first instanceof Y.XmlElement ? first.get(0) : undefined;
      if (inner instanceof Y.XmlText) inner.insert(Math.floor(this.#options.random() * (inner.length + 1)), 'woord ');
      else fragment.insert(0, [paragraph('begin ')]);
    });
  }
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

function contentless(): Board {
  throw new Error('nobody is there to look at it');
}
