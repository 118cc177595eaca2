import type { Page } from '@playwright/test';
import { waitFor } from './waitFor.ts';

/** What a page showed while somebody typed in it, looked at in each frame. */
interface Shown {
  /** Numbered words of this writer that stood in the text while it said "Opgeslagen". */
  readonly claimed: readonly string[];
  /** Numbered words that this writer saw appear in the text. */
  readonly seen: readonly string[];
  /** What the indicator said, each time that it changed. */
  readonly states: readonly string[];
}

/** Someone who types numbered words ("a1. a2. ") in the text that has the cursor, without a pause. */
export interface Writer {
  readonly shown: () => Promise<Shown>;
  /** Forgets what the indicator said until now. */
  readonly forgetStates: () => Promise<void>;
  /** Resolves when this many more words are in the text. */
  readonly more: (count: number) => Promise<void>;
  /** Lets go of the keys. */
  readonly stop: () => Promise<void>;
}

declare global {
  interface Window {
    writer: { claimed: Set<string>; seen: Set<string>; states: string[] };
  }
}

export async function startWriter(page: Page, letter: string): Promise<Writer> {
  await page.evaluate((own) => {
    window.writer = { claimed: new Set(), seen: new Set(), states: [] };
    let before: string[] = [];
    const look = (): void => {
      const { claimed, seen, states } = window.writer;
      const said = document.querySelector('.ob-saved')?.textContent ?? '';
      if (states.at(-1) !== said) states.push(said);
      const words = document.querySelector('[contenteditable="true"]')?.textContent ?? '';
      const now = words.match(new RegExp(`${own}\\d+\\.`, 'g')) ?? [];
      for (const word of now) seen.add(word);
      // The words of the frame before: what stands there and what is said of it may be drawn one after the other.
      if (said === 'Opgeslagen') for (const word of before) claimed.add(word);
      before = now;
      requestAnimationFrame(look);
    };
    look();
  }, letter);

  const shown = (): Promise<Shown> =>
    page.evaluate(() => ({
      claimed: [...window.writer.claimed],
      seen: [...window.writer.seen],
      states: window.writer.states,
    }));
  let isTyping = true;
  const typing = (async () => {
    for (let count = 1; isTyping; count += 1) await page.keyboard.type(`${letter}${count}. `);
  })();
  return {
    shown,
    forgetStates: () => page.evaluate(() => void window.writer.states.splice(0)),
    more: async (count) => {
      const { length } = (await shown()).seen;
      await waitFor(`${count} more words`, async () => (await shown()).seen.length >= length + count, 30_000);
    },
    stop: async () => {
      isTyping = false;
      await typing;
    },
  };
}
