import { fuzzRun } from '../support/fuzzRun.ts';

/** Plays seeds one after the other, in a process of its own: the client's code finds one browser in each. */
const [first = 0, count = 0, lanes = 1, steps = 0] = process.argv.slice(2).map(Number);
for (let seed = first; seed < first + count; seed += lanes) {
  process.stdout.write(`${JSON.stringify(await fuzzRun({ seed, steps }))}\n`);
}
process.exit(0);
