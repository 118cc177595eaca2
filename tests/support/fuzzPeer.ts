import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { documentKey } from '../../shared/board/documentRef.ts';
import type { Accepted, CommandContext } from '../../shared/commands/command.ts';
import { fragmentName } from '../../shared/doc/layout.ts';
import { documentName } from '../../shared/doc/names.ts';
import { contextOf, Replica } from './board.ts';
import { type ClientDocument, TestClient } from './collabClient.ts';
import { PARTIES, randomStep } from './history.ts';
import { type TcpProxy, tcpProxy } from './tcpProxy.ts';

/** A replica of which every command is written only where its person may write. */
class GuardedReplica extends Replica {
  mayWrite: (key: string) => boolean = () => true;

  override write(accepted: Accepted): void {
    if (this.mayWrite(documentKey(accepted.document))) super.write(accepted);
  }
}

/**
 * A person with a browser tab on a wire of its own: writes by commands, in texts, and in a list by which the run knows
 * what was acknowledged. A document that the server refused is opened afresh with the whole tab, as people do.
 */
export class FuzzPeer {
  /** By document: every text of its own that stood in it when it was told that all was saved. Never forgotten. */
  readonly acknowledged = new Map<string, Set<string>>();
  readonly wire: TcpProxy;
  readonly user: string;
  readonly #board: string;
  readonly #context: CommandContext;
  readonly #random: () => number;
  #tab: TestClient | undefined;
  #replica = new GuardedReplica(PARTIES);
  #documents = new Map<string, ClientDocument>();
  #made = 0;
  /** Times that it began afresh because something was refused. */
  restarts = 0;

  static async on(port: number, user: string, party: string, board: string, random: () => number): Promise<FuzzPeer> {
    return new FuzzPeer(await tcpProxy('127.0.0.1', port), user, party, board, random);
  }

  private constructor(wire: TcpProxy, user: string, party: string, board: string, random: () => number) {
    this.wire = wire;
    this.user = user;
    this.#board = board;
    this.#random = random;
    this.#context = contextOf(party, random);
    this.#open();
  }

  get board(): Board {
    return this.#replica.board;
  }

  /** Everything that it wrote is acknowledged, and nothing was refused. */
  get isSettled(): boolean {
    return [...this.#documents.values()].every((document) => document.acknowledged && document.refusals === 0);
  }

  /** Does or types something. */
  edit(): void {
    const chance = this.#random();
    if (chance < 0.5) randomStep(this.#replica, this.#random, this.#context);
    else if (chance < 0.7) this.#type();
    else this.#note();
  }

  /** Opens everything afresh when something was refused. Gives whether it did. */
  mendRefusal(): boolean {
    const isRefused = [...this.#documents.values()].some(({ refusals }) => refusals > 0);
    if (!isRefused) return false;
    this.restarts += 1;
    this.#tab?.destroy();
    this.#replica = new GuardedReplica(PARTIES);
    this.#open();
    return true;
  }

  async destroy(): Promise<void> {
    this.#tab?.destroy();
    await this.wire.close();
  }

  #open(): void {
    const tab = new TestClient(`ws://127.0.0.1:${this.wire.port}/collab`, this.user, { isUnqueued: true, delay: 20 });
    this.#tab = tab;
    this.#documents = new Map();
    for (const ref of this.#replica.refs) {
      const key = documentKey(ref);
      const document = tab.open(documentName(this.#board, ref), '', this.#replica.doc(ref));
      this.#documents.set(key, document);
      const saved = this.acknowledged.get(key) ?? new Set();
      this.acknowledged.set(key, saved);
      document.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
        if (number > 0) return;
        for (const text of document.log) if (text.startsWith(`${this.user}.`)) saved.add(text);
      });
    }
    this.#replica.mayWrite = (key) => this.#mayWrite(key);
  }

  #mayWrite(key: string): boolean {
    return this.#documents.get(key)?.scopes.at(-1) === 'read-write';
  }

  #note(): void {
    const writable = [...this.#documents].filter(([key]) => this.#mayWrite(key));
    const [, document] = writable[Math.floor(this.#random() * writable.length)] ?? [];
    this.#made += 1;
    document?.add(`${this.user}.${this.#made}`);
  }

  #type(): void {
    const activities = [...this.board.activities.values()];
    const activity = activities[Math.floor(this.#random() * activities.length)];
    const doc = activity && this.#documents.get(`party/${activity.owner}`)?.doc;
    if (!activity || !doc || !this.#mayWrite(`party/${activity.owner}`)) return;
    const name = fragmentName({ kind: 'activity', id: activity.id, field: 'resultsText:2026' });
    doc.transact(() => {
      const fragment = doc.getXmlFragment(name);
      const first = fragment.length > 0 ? fragment.get(0) : undefined;
      const text = first instanceof Y.XmlElement ? first.get(0) : undefined;
      if (text instanceof Y.XmlText) text.insert(Math.floor(this.#random() * (text.length + 1)), 'woord ');
      else {
        const made = new Y.XmlElement('paragraph');
        made.insert(0, [new Y.XmlText('begin ')]);
        fragment.insert(0, [made]);
      }
    });
  }
}
