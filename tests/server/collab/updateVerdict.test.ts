import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../server/collab/updateVerdict.ts';

/** A repeatable source of whole numbers below a bound. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

/** One edit of the kinds that the product makes: fields, records, texts, deletions. */
function edit(doc: Y.Doc, pick: (below: number) => number): void {
  const records = doc.getMap<Y.Map<unknown>>('activities');
  const ids = [...records.keys()];
  const id = ids[pick(Math.max(ids.length, 1))];
  const text = doc.getText('text');
  switch (pick(6)) {
    case 0:
      records.set(`r${pick(8)}`, new Y.Map([['title', `t${pick(99)}`]]));
      break;
    case 1:
      if (id) records.get(id)?.set('title', `t${pick(99)}`);
      break;
    case 2:
      if (id) records.delete(id);
      break;
    case 3:
      text.insert(pick(text.length + 1), 'woord '.slice(0, 1 + pick(6)));
      break;
    case 4:
      if (text.length > 0) text.delete(pick(text.length), 1);
      break;
    default:
      doc.getXmlFragment('rich').insert(0, [new Y.XmlElement('paragraph')]);
  }
}

/** What Yjs itself does with the update, on a copy. */
function applied(doc: Y.Doc, update: Uint8Array): { readonly pending: boolean; readonly changed: boolean } {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateAsUpdate(copy);
  Y.applyUpdate(copy, update);
  const pending = copy.store.pendingStructs !== null || copy.store.pendingDs !== null;
  return { pending, changed: Buffer.compare(before, Y.encodeStateAsUpdate(copy)) !== 0 };
}

describe('the verdict on an update', () => {
  test('is what Yjs does with it, in random histories of three replicas', () => {
    const seen = { fits: 0, nothingNew: 0, leavesPending: 0 };
    for (let seed = 1; seed <= 40; seed += 1) {
      const pick = seeded(seed);
      const server = new Y.Doc();
      const clients = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      const sent: Uint8Array[] = [];
      for (const client of clients) client.on('update', (update: Uint8Array) => sent.push(update));
      for (let step = 0; step < 40; step += 1) {
        const client = clients[pick(3)] as Y.Doc;
        if (pick(3) === 0) Y.applyUpdate(client, Y.encodeStateAsUpdate(clients[pick(3)] as Y.Doc));
        else edit(client, pick);
        // Any update that was ever made, in any order, or a whole state, or what one lacks of another.
        const any = (): Uint8Array => sent[pick(Math.max(sent.length, 1))] ?? new Uint8Array([0, 0]);
        const update = (
          [
            any,
            any,
            () => Y.mergeUpdates([any(), any()]),
            () => Y.encodeStateAsUpdate(client),
            () => Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)),
          ][pick(5)] ?? any
        )();
        const verdict = judgeUpdate(server, update).verdict;
        const { pending, changed } = applied(server, update);
        expect(verdict, `seed ${seed}, step ${step}`).toBe(pending ? 'leavesPending' : changed ? 'fits' : 'nothingNew');
        if (verdict !== 'malformed') seen[verdict] += 1;
        // Often not, so that later updates build on what the server has not.
        if (verdict === 'fits' && pick(3) === 0) Y.applyUpdate(server, update);
      }
    }
    // All three were seen often enough to mean something.
    for (const [verdict, count] of Object.entries(seen))
      expect(count, `${verdict} of ${JSON.stringify(seen)}`).toBeGreaterThan(100);
  });

  test('what a client lacks of itself always fits: its whole difference with the server', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const pick = seeded(seed * 7919);
      const server = new Y.Doc();
      const client = new Y.Doc();
      for (let step = 0; step < 20; step += 1) {
        edit(pick(2) === 0 ? server : client, pick);
        if (pick(4) === 0) Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
        const difference = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server));
        expect(judgeUpdate(server, difference).verdict, `seed ${seed}, step ${step}`).toMatch(/fits|nothingNew/);
        if (pick(3) === 0) Y.applyUpdate(server, difference);
      }
    }
  });

  test('a truncated update is malformed at every length', () => {
    const doc = new Y.Doc();
    const pick = seeded(5);
    for (let step = 0; step < 60; step += 1) edit(doc, pick);
    const whole = Y.encodeStateAsUpdate(doc);
    expect(judgeUpdate(new Y.Doc(), whole).verdict).toBe('fits');
    for (let length = 0; length < whole.length; length += 1) {
      expect(judgeUpdate(new Y.Doc(), whole.slice(0, length)).verdict, `${length} of ${whole.length}`).toBe(
        'malformed',
      );
    }
  });
});
