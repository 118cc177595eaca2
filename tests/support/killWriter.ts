import * as Y from 'yjs';
import { type ClientDocument, TestClient } from './collabClient.ts';

/** Who writes what: a document of the kill board, and the record in it that this writer alone moves about. */
export interface WriterPlan {
  readonly name: string;
  readonly user: string;
  readonly key: string;
  readonly record: string;
  /** Places between which the record goes, in turn. */
  readonly places: readonly object[];
}

interface Edit {
  readonly text: string;
  /** Where the record was put, as JSON. */
  readonly place?: string;
}

/** Writes without pause: texts, and every third time its record goes elsewhere. Remembers what was acknowledged. */
export class KillWriter {
  readonly acknowledged: Edit[] = [];
  readonly tab: TestClient;
  readonly document: ClientDocument;
  readonly plan: WriterPlan;
  unacknowledged: Edit[] = [];
  #made = 0;
  #over = false;

  constructor(url: string, board: string, plan: WriterPlan) {
    this.plan = plan;
    // Its server does not come back at the same address; it must not try.
    this.tab = new TestClient(url, plan.user, { delay: 60_000 });
    this.document = this.tab.open(`board/${board}/${plan.key}`);
    this.tab.socket.on('close', () => {
      this.#over = true;
    });
    this.document.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number > 0 || this.#over || this.unacknowledged.length === 0) return;
      this.acknowledged.push(...this.unacknowledged);
      this.unacknowledged = [];
      setImmediate(() => this.write());
    });
  }

  /** One to three edits at once. */
  write(): void {
    if (this.#over) return;
    const count = 1 + (this.#made % 3);
    for (let index = 0; index < count; index += 1) this.#edit();
  }

  get made(): number {
    return this.#made;
  }

  /** It may not write any more: what it sends is refused, and nothing of it is acknowledged from here on. */
  get isRefused(): boolean {
    return this.document.refusals > 0;
  }

  #edit(): void {
    const { name, key, record, places } = this.plan;
    const text = `${name}n${this.#made}`;
    const place = this.#made % 3 === 0 ? places[(this.#made / 3) % places.length] : undefined;
    this.#made += 1;
    this.unacknowledged.push(place ? { text, place: JSON.stringify(place) } : { text });
    const { doc } = this.document;
    doc.transact(() => {
      this.document.add(text);
      const found = doc.getMap(key === 'frame' ? 'outcomes' : 'activities').get(record);
      if (place && found instanceof Y.Map) found.set('place', place);
    });
  }
}

/** Where a record may be after a stop: the last place that was acknowledged, or one that was under way after it. */
export class KnownPlaces {
  readonly #allowed = new Map<string, Set<string>>();

  note({ plan, acknowledged, unacknowledged }: KillWriter): void {
    const sure = acknowledged.findLast(({ place }) => place !== undefined)?.place;
    const allowed = sure ? new Set([sure]) : (this.#allowed.get(plan.record) ?? new Set());
    for (const { place } of unacknowledged) if (place) allowed.add(place);
    this.#allowed.set(plan.record, allowed);
  }

  /** Records of this document that are where nobody was told they are. */
  wrong(doc: Y.Doc, key: string): string[] {
    const records = doc.getMap(key === 'frame' ? 'outcomes' : 'activities');
    return [...records].flatMap(([id, record]) => {
      const allowed = this.#allowed.get(id);
      const place = record instanceof Y.Map ? JSON.stringify(record.get('place')) : undefined;
      return !allowed || (place !== undefined && allowed.has(place)) ? [] : [`${id} at ${place}`];
    });
  }
}
