import { Dice } from '../support/dice.ts';
import { HostileAttacker } from '../support/hostileAttacker.ts';
import type { Attack } from '../support/hostileProcess.ts';
import { HostileTally } from '../support/hostileTally.ts';
import { HostileUpdates } from '../support/hostileUpdates.ts';

/** All attackers of a run in a process of their own, so that they do not slow down who measures. `ATTACK` is JSON. */
const { frames, framesPerSecond, seed, plans, others } = JSON.parse(process.env['ATTACK'] ?? '{}') as Attack;
const tally = new HostileTally(frames, framesPerSecond);
const updates = new HostileUpdates(new Dice(seed), others);
process.send?.('begins');
await Promise.all(
  plans.map((plan, index) => new HostileAttacker(plan, new Dice(seed + index + 1), updates, others, tally).run()),
);
process.send?.(tally.report(), () => process.disconnect?.());
