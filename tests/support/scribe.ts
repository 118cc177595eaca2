import type { ClientDocument, TestClient } from './collabClient.ts';
import { waitFor } from './waitFor.ts';

/** Somebody who writes without pause in one document, and knows what was acknowledged. */
export class Scribe {
  readonly document: ClientDocument;
  readonly acknowledged: string[] = [];
  readonly tab: TestClient;
  readonly #name: string;
  readonly #filling: string;
  #waiting: string[] = [];
  #made = 0;
  #isWriting = false;

  /** @param bytes how long each text is, about */
  constructor(tab: TestClient, document: string, name: string, bytes = 0) {
    this.tab = tab;
    this.document = tab.open(document);
    this.#name = name;
    this.#filling = '.'.repeat(bytes);
    this.document.provider.on('unsyncedChanges', () => this.#look());
  }

  get made(): number {
    return this.#made;
  }

  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  /** What the server last said of its store. */
  get toldOfStore(): string | undefined {
    const types = this.document.notices.map((notice) => (notice as { readonly type: string }).type);
    return types.findLast((type) => type === 'storeUnavailable' || type === 'storeRecovered');
  }

  /** Writes one text. */
  write(): void {
    const text = `${this.#name}n${this.#made}${this.#filling}`;
    this.#made += 1;
    this.#waiting.push(text);
    this.document.add(text);
  }

  /** Writes the next text at each acknowledgement, from now on. */
  start(): void {
    this.#isWriting = true;
    this.write();
  }

  stop(): void {
    this.#isWriting = false;
  }

  /** Waits until all that was written is acknowledged. */
  async saved(): Promise<void> {
    await waitFor(`all of ${this.#name} is saved`, () => this.document.acknowledged);
    this.#look();
  }

  #look(): void {
    if (!this.document.acknowledged || this.#waiting.length === 0) return;
    this.acknowledged.push(...this.#waiting);
    this.#waiting = [];
    if (this.#isWriting) setImmediate(() => this.#isWriting && this.write());
  }
}

/** What is wrong with a document as a fresh client reads it: acknowledged texts that are gone or doubled. */
export async function lostFrom(tab: TestClient, scribes: readonly Scribe[]): Promise<string[]> {
  const problems: string[] = [];
  const names = new Set(scribes.map(({ document }) => String(document.provider.configuration.name)));
  for (const name of names) {
    const { log } = await tab.opened(name);
    const there = new Set(log);
    if (there.size !== log.length) problems.push(`something is doubled in ${name}`);
    const own = scribes.filter(({ document }) => document.provider.configuration.name === name);
    for (const text of own.flatMap(({ acknowledged }) => acknowledged)) {
      if (!there.has(text)) problems.push(`${text.slice(0, 40)} was acknowledged and is gone from ${name}`);
    }
  }
  tab.destroy();
  return problems;
}

/** Closes their browsers. */
export function destroyAll(scribes: readonly Scribe[]): void {
  for (const { tab } of scribes) tab.destroy();
}
