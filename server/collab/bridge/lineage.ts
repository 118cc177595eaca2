import type { Judgement } from '../updateVerdict.ts';

/** Stands in the handshake's place where a program at `/yjs` names no generation. */
export const UNNAMED = 'unnamed';

/** Of a document that holds nothing. */
const isEmpty = (stateVector: Uint8Array): boolean => stateVector.length === 1 && stateVector[0] === 0;

/**
 * What may be believed of the state that a program holds when it names no generation. After a restored backup it may
 * hold a history that is gone, and its protocol has no word for that. So it must begin with nothing, or with nothing
 * that the board has not, and then write under one Yjs client id: a state that it keeps elsewhere and puts in later was
 * written under others.
 */
export class Lineage {
  #isKnown = false;
  #writer: number | undefined;

  /** It asked for what it has not (sync step 1). */
  asked(stateVector: Uint8Array): void {
    if (isEmpty(stateVector)) this.#isKnown = true;
  }

  /** Whether this may be looked at further. @param isState its answer to our sync step 1 */
  allows({ verdict, writers }: Judgement, isState: boolean): boolean {
    if (verdict === 'nothingNew') {
      this.#isKnown ||= isState;
      return true;
    }
    if (!this.#isKnown || writers.size > 1) return false;
    const [writer] = writers;
    this.#writer ??= writer;
    return writer === undefined || writer === this.#writer;
  }
}
