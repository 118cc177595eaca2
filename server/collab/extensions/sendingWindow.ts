import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import type { Document, Extension } from '@hocuspocus/server';
import type { Journal, JournalEntry } from '../../db/journal.ts';
import type { CollabContext } from '../documentLink.ts';

/** From this many connections on a room is busy: what happens there within the window goes on together. */
const BUSY = 40;
/** What the window is while the process has time left, and at most: less than a person notices as waiting. */
const WINDOW_MS = { least: 25, most: 50 };
/** And for someone of whom more waits: the engine takes the next of it only when this is stored. */
const HURRIED_MS = 5;
/** Part of the time that the process may be at work before the window grows. */
const AT_EASE = 0.3;
const MEASURED_EVERY_MS = 250;

export interface SendingWindow {
  /** Sees which rooms are busy. */
  readonly extension: Extension<CollabContext>;
  /**
   * To the journal: at once while no room is busy, else together at the end of the window. Keeps the order.
   * @param isHurried more of the same person waits behind this
   */
  readonly append: (entry: JournalEntry, isHurried: boolean) => ReturnType<Journal['append']>;
}

/**
 * Bundles what happens in busy rooms. The window is before the journal: what is written in one commit is applied in one
 * turn of the event loop, and what is applied in one turn the engine sends as one message. The less time the process has
 * left, the bigger the bundles: what waits for its turn waits longer than what is sent together.
 */
export function sendingWindow(journal: Pick<Journal, 'append'>): SendingWindow {
  const busy = new Set<Document>();
  let waiting: (() => void)[] = [];
  let ending: { readonly timer: NodeJS.Timeout; readonly isHurried: boolean } | undefined;
  let windowMs = WINDOW_MS.least;
  let measuring: NodeJS.Timeout | undefined;
  let before: EventLoopUtilization;

  const measure = (): void => {
    const now = performance.eventLoopUtilization();
    windowMs = windowFor(performance.eventLoopUtilization(now, before).utilization);
    before = now;
  };
  const adjust = (document: Document): void => {
    if (document.getConnectionsCount() >= BUSY) busy.add(document);
    else busy.delete(document);
    if (busy.size > 0 && !measuring) {
      before = performance.eventLoopUtilization();
      measuring = setInterval(measure, MEASURED_EVERY_MS).unref();
    } else if (busy.size === 0) {
      clearInterval(measuring);
      measuring = undefined;
      windowMs = WINDOW_MS.least;
    }
  };
  const end = (): void => {
    const ended = waiting;
    waiting = [];
    ending = undefined;
    for (const go of ended) go();
  };

  const endIn = (ms: number, isHurried: boolean): void => {
    clearTimeout(ending?.timer);
    ending = { timer: setTimeout(end, ms), isHurried };
  };

  return {
    extension: {
      extensionName: 'sendingWindow',
      connected: async ({ connection }) => adjust(connection.document),
      onDisconnect: async ({ document }) => adjust(document),
    },
    append: (entry, isHurried) => {
      // While some wait nobody goes before them: one person's edits to two documents keep their order.
      if (busy.size === 0 && waiting.length === 0) return journal.append(entry);
      return new Promise((resolve, reject) => {
        waiting.push(() => journal.append(entry).then(resolve, reject));
        if (!ending) endIn(isHurried ? HURRIED_MS : windowMs, isHurried);
        else if (isHurried && !ending.isHurried) endIn(HURRIED_MS, isHurried);
      });
    },
  };
}

/** @param utilization part of the time that the process was at work, 0 to 1 */
function windowFor(utilization: number): number {
  const strain = Math.max(0, utilization - AT_EASE) / (1 - AT_EASE);
  return Math.round(WINDOW_MS.least + strain * (WINDOW_MS.most - WINDOW_MS.least));
}
