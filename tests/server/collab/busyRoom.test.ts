import { expect, test } from 'vitest';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { collabSuite } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

const suite = collabSuite('sqlite');
const FRAME = 'board/hall/frame';

test('S16 in a busy room edits are bundled, in order, and reach everyone; afterwards they go at once again', async () => {
  await insertTestBoard(suite.store.database.db, 'hall');
  const crowd = Array.from({ length: 40 }, (_, index) => suite.tab(['memberA', 'memberB'][index % 2]));
  const room = await Promise.all(crowd.map((tab) => tab.opened(FRAME)));
  const writer = suite.tab('facilitator');
  // One document of the writer's is in the busy room, the other is not: none may overtake the other.
  const keys = ['frame', 'party/ggd'];
  const docs = await Promise.all(keys.map((key) => writer.opened(`board/hall/${key}`)));
  for (let count = 0; count < 40; count += 1) docs[count % 2]?.add(`${count}`);
  await Promise.all(docs.map((doc) => doc.synced()));
  const rows = await suite.store.database.db
    .selectFrom('journal')
    .select('document')
    .where('boardId', '=', 'hall')
    .orderBy('sequence')
    .execute();
  expect(rows.map(({ document }) => document)).toEqual(Array.from({ length: 40 }, (_, count) => keys[count % 2]));
  let bundles = 0;
  docs[0]?.doc.on('update', () => {
    bundles += 1;
  });
  for (const [index, doc] of room.entries()) doc.add(`zaal ${index}`);
  const isComplete = (log: readonly string[]): boolean => room.every((_, index) => log.includes(`zaal ${index}`));
  await waitFor('everyone has it all', () => [...room, docs[0]].every((doc) => doc && isComplete(doc.log)));
  expect(bundles).toBeLessThan(room.length / 2);
  for (const tab of crowd) tab.destroy();
  await docs[1]?.save('weer alleen');
  expect((await suite.stored('hall', 'party/ggd')).at(-1)).toBe('weer alleen');
});
