import { expect, test } from 'vitest';
import { reconnect } from '../../campaign/reconnect.ts';

test('30 people who lose their connection, or their server, at once all come back by themselves and lose nothing', async () => {
  const { problems, figures } = await reconnect.run(0.1);
  expect(problems).toEqual([]);
  expect(figures).toContainEqual(['edits made', 30 * 4 * 3]);
}, 120_000);
