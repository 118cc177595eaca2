import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { StoredDocument } from '../db/storedDocument.ts';
import type { CollabSocket, DocumentLink } from './documentLink.ts';
import { type EarlyAnswer, earlyAnswer } from './earlyAnswer.ts';

/** For how long loading lets answers go first. Someone on a slow line may not keep everyone else waiting. */
const HEAD_START_MS = 150;

interface Loading {
  readonly stored: StoredDocument;
  /** Made for the first who asks, and the same for all. */
  answer: Promise<EarlyAnswer | undefined> | undefined;
}

/**
 * Answers who opens a document that is not in memory from what is stored, and only then brings it into memory: the
 * client reads meanwhile. Nobody is answered before their rights are decided; a link is made by that decision.
 */
export class EarlyAnswers {
  readonly #loading = new Map<string, Loading>();
  readonly #giving = new Set<Promise<void>>();
  readonly #openLinks: () => readonly DocumentLink[];
  readonly #logger: Logger;
  #lane: Promise<void> = Promise.resolve();

  constructor(deps: { readonly openLinks: () => readonly DocumentLink[]; readonly logger: Logger }) {
    this.#openLinks = deps.openLinks;
    this.#logger = deps.logger;
  }

  /**
   * A document is about to be loaded from this. Answers who waits, and resolves when it is this document's turn to be
   * built: one in each turn of the event loop, and after the answers that are being sent.
   */
  async begin(documentName: string, stored: StoredDocument): Promise<void> {
    this.#loading.set(documentName, { stored, answer: undefined });
    const waiting = this.#openLinks().filter((link) => link.documentName === documentName);
    for (const link of waiting) this.#give(link);
    if (this.#giving.size > 0) await Promise.race([Promise.all(this.#giving), headStart()]);
    await this.#nextTurn();
  }

  /** The document is loaded, or could not be. @param stateVector of what was stored */
  async end(documentName: string, stateVector?: Uint8Array): Promise<EarlyAnswer | undefined> {
    const answer = await this.#loading.get(documentName)?.answer;
    this.#loading.delete(documentName);
    if (answer) answer.stateVector = stateVector;
    return answer;
  }

  /** This link's rights were decided just now. */
  authenticated(link: DocumentLink): void {
    // After the engine has told its client so.
    if (this.#loading.has(link.documentName)) setImmediate(() => this.#give(link));
  }

  /** A client asks for a document's state before the document is open. */
  asked(socket: CollabSocket, documentName: string): void {
    if (!this.#loading.has(documentName)) return;
    for (const link of socket.links) if (link.documentName === documentName) this.#give(link);
  }

  #give(link: DocumentLink): void {
    const loading = this.#loading.get(link.documentName);
    if (!loading || link.connection || !link.socket.waitsForState(link.documentName)) return;
    loading.answer ??= this.#make(link.documentName, loading.stored);
    const given = loading.answer.then((answer) => {
      // Loaded meanwhile: the engine answers.
      const isLoading = this.#loading.get(link.documentName) === loading;
      return answer && isLoading ? link.socket.answerEarly(link.documentName, answer) : undefined;
    });
    this.#giving.add(given);
    void given.then(() => this.#giving.delete(given));
  }

  /** One after the other, each in a turn of the event loop of its own. */
  #nextTurn(): Promise<void> {
    this.#lane = this.#lane.then(() => nextTurn());
    return this.#lane;
  }

  async #make(documentName: string, stored: StoredDocument): Promise<EarlyAnswer | undefined> {
    try {
      // One document in a turn, so that the first is on its way while the next is made.
      await this.#nextTurn();
      return await earlyAnswer(documentName, stored);
    } catch (error) {
      this.#logger.warn({ err: error, documentName }, 'live: no early answer could be made');
      return undefined;
    }
  }
}

function headStart(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, HEAD_START_MS).unref());
}
