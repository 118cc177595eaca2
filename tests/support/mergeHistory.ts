import { expect } from 'vitest';
import { type Finding, findings, REPAIRABLE } from '../../shared/board/invariants.ts';
import { repair } from '../../shared/commands/repair.ts';
import { plain, seededRandom } from './board.ts';
import { Network } from './network.ts';

/**
 * Plays one seeded history and asserts what must hold after it: all replicas equal, nothing but repairable findings,
 * none at all after one repair, and nothing left to repair then. Gives what was found before the repair.
 */
export function playHistory(seed: number, steps: number): Finding[] {
  const random = seededRandom(seed);
  const network = new Network(random);
  for (let step = 0; step < steps; step++) network.step();
  network.settle();
  const [hub, ...others] = network.boards();
  if (!hub) throw new Error('no hub');
  const expected = plain(hub);
  for (const board of others) expect(plain(board), `seed ${seed}: replicas differ`).toEqual(expected);

  const found = findings(hub);
  const unmended = found.filter(({ code }) => !REPAIRABLE.includes(code));
  expect(unmended, `seed ${seed}`).toEqual([]);
  const context = { now: '2026-11-22T12:00:00.000Z', random };
  for (const accepted of repair(hub, context)) network.hub.write(accepted);
  expect(findings(network.hub.board), `seed ${seed}: after repair`).toEqual([]);
  expect(repair(network.hub.board, context), `seed ${seed}: repair twice`).toEqual([]);
  return found;
}
