import { type ClientDocument, TestClient } from './collabClient.ts';
import { waitFor } from './waitFor.ts';

const PATIENCE_MS = 30_000;

/**
 * Somebody who works on, and somebody who looks on: measures how long an edit takes to be seen there, on disk before
 * that.
 */
export class HonestPeople {
  readonly #writer: TestClient;
  readonly #reader: TestClient;
  readonly writing: ClientDocument;
  readonly reading: ClientDocument;
  #edits = 0;

  private constructor(writer: TestClient, reader: TestClient, writing: ClientDocument, reading: ClientDocument) {
    this.#writer = writer;
    this.#reader = reader;
    this.writing = writing;
    this.reading = reading;
  }

  static async come(url: string, writer: string, reader: string, name: string): Promise<HonestPeople> {
    const [one, two] = [new TestClient(url, writer), new TestClient(url, reader)];
    return new HonestPeople(one, two, await one.opened(name), await two.opened(name));
  }

  /** Codes with which their sockets were closed. */
  get closeCodes(): readonly number[] {
    return [...this.#writer.closeCodes, ...this.#reader.closeCodes];
  }

  get edits(): number {
    return this.#edits;
  }

  /** Another document, in the writer's hands. */
  open(name: string): Promise<ClientDocument> {
    return this.#writer.opened(name);
  }

  /** Edits at an even pace until told to stop. Gives milliseconds from each edit to being seen by the other. */
  async work(everyMs: number, isEnough: (edits: number) => boolean): Promise<number[]> {
    const times: number[] = [];
    while (!isEnough(times.length)) {
      times.push(await this.#edit());
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return times;
  }

  async settle(): Promise<void> {
    await this.writing.synced();
    await waitFor('the reader has it all', () => this.reading.doc.getMap('work').get('edits') === this.#edits);
  }

  destroy(): void {
    this.#writer.destroy();
    this.#reader.destroy();
  }

  #edit(): Promise<number> {
    this.#edits += 1;
    const edit = this.#edits;
    const seen = this.reading.doc.getMap<number>('work');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`edit ${edit} is not seen`)), PATIENCE_MS);
      const look = (): void => {
        if (seen.get('edits') !== edit) return;
        seen.unobserve(look);
        clearTimeout(timer);
        resolve(performance.now() - start);
      };
      seen.observe(look);
      const start = performance.now();
      this.writing.doc.getMap<number>('work').set('edits', edit);
    });
  }
}
