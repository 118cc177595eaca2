import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { watchLateArrivals } from '../../../client/board/lateArrivals.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A document that lacks what another one has, and what was said of that since. */
function lacking(words: readonly string[]) {
  const doc = new Y.Doc();
  const elsewhere = new Y.Doc();
  for (const word of words) elsewhere.getMap('lists').set(word, word);
  const said: string[][] = [];
  const missing = (): ReadonlySet<string> => new Set(words.filter((word) => !doc.getMap('lists').has(word)));
  watchLateArrivals(doc, missing, (left) => said.push([...left]));
  const arrive = (): void => Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
  return { doc, said, arrive };
}

test('S20 what comes in after it was set aside is no longer missing; what others write says nothing', () => {
  const { doc, said, arrive } = lacking(['een', 'twee']);
  doc.getMap('lists').set('van een ander', 1);
  expect(said).toEqual([]);
  doc.getMap('lists').set('een', 1);
  arrive();
  expect(said).toEqual([['twee'], []]);
});

test("S20 what is missing again later was somebody else's doing, and so is what comes much later", () => {
  const { doc, said, arrive } = lacking(['een']);
  arrive();
  doc.getMap('lists').delete('een');
  arrive();
  expect(said).toEqual([[]]);
  const late = lacking(['een']);
  vi.advanceTimersByTime(60_000);
  late.arrive();
  expect(late.said).toEqual([]);
});
