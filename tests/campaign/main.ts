/**
 * Tries to make the product lose a word, and writes docs/reliability.md. Exits with 1 when a claim does not hold.
 *
 * Usage: npm run campaign [-- name …] [--scale 0.1]
 */
import { parseArgs } from 'node:util';
import { testEnvironment } from '../support/testEnvironment.ts';
import type { Campaign } from './campaign.ts';
import { type Report, writeReport } from './report.ts';

/** Loaded when their turn comes, after the environment is set. */
const CAMPAIGNS: { readonly [name: string]: () => Promise<Campaign> } = {
  sigkill: async () => (await import('./sigkill.ts')).sigkill,
  reconnect: async () => (await import('./reconnect.ts')).reconnect,
  fuzz: async () => (await import('./fuzz.ts')).fuzz,
  transfers: async () => (await import('./transfers.ts')).transfers,
  hostile: async () => (await import('./hostile.ts')).hostile,
  guests: async () => (await import('./guests.ts')).guests,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' } },
});
const scale = Number(values.scale);
const names = positionals.length > 0 ? positionals : Object.keys(CAMPAIGNS);
const unknown = names.filter((name) => !CAMPAIGNS[name]);
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`Usage: npm run campaign [-- name …] [--scale 0.1]; names: ${Object.keys(CAMPAIGNS).join(', ')}`);
  process.exit(2);
}
Object.assign(process.env, testEnvironment());
const reports: Report[] = [];
for (const name of names) {
  const campaign = await CAMPAIGNS[name]?.();
  if (!campaign) continue;
  console.log(`${name}: ${campaign.claim}`);
  const start = Date.now();
  const outcome = await campaign.run(scale);
  const seconds = Math.round((Date.now() - start) / 1000);
  for (const [what, value] of outcome.figures) console.log(`  ${what}: ${value}`);
  for (const problem of outcome.problems) console.error(`  ${problem}`);
  console.log(`  ${outcome.problems.length === 0 ? 'held' : 'FAILED'} in ${seconds} s`);
  reports.push({ name, claim: campaign.claim, scale, seconds, outcome });
  writeReport(reports);
}
process.exit(reports.every(({ outcome }) => outcome.problems.length === 0) ? 0 : 1);
