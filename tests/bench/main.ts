/**
 * Measures the live part of the product beside the stock Hocuspocus server with its SQLite store, each in a process of
 * its own, one after the other with the same clients, and writes docs/performance.md.
 *
 * Usage: npm run bench [-- word ...]
 * With words it measures only what has them all in its kind and size (`join`, `live 10`), and only prints.
 */
import { bundle } from '../support/runProgram.ts';
import { disk, type Figures, idle, joins, live } from './measure.ts';
import { type Pair, writePerformance } from './report.ts';

const CARDS = [2_000, 200, 10_000];
const JOINS = 3;
const LIVE = [
  { clients: 200, cards: 200 },
  { clients: 50, cards: 200 },
  { clients: 10, cards: 200 },
  { clients: 10, cards: 2_000 },
  { clients: 10, cards: 10_000 },
];
const IDLE_STEPS = [100, 300];
const DISK = [200, 2_000];
const DISK_EDITS = 400;

const own = await bundle('tests/bench/ownServer.ts');
const stock = await bundle('tests/bench/stockServer.ts');
const pairs: Pair[] = [];
const words = process.argv.slice(2);

async function pair(kind: Pair['kind'], name: string, measure: (file: string) => Promise<Figures>): Promise<void> {
  if (!words.every((word) => `${kind} ${name}`.includes(word))) return;
  console.log(`${Math.round(performance.now() / 1000)} s: ${kind}, ${name}`);
  const made: Pair = { kind, name, own: await measure(own.file), stock: await measure(stock.file) };
  console.log(JSON.stringify(made));
  pairs.push(made);
  // At once, so that a run that is stopped leaves what it measured.
  if (words.length === 0) writePerformance(pairs);
}

try {
  // What the aims are about goes first.
  await pair('idle', `${IDLE_STEPS.join(' to ')} clients`, (file) => idle(file, IDLE_STEPS));
  for (const cards of CARDS) await pair('join', `${cards} cards`, (file) => joins(file, cards, JOINS));
  for (const { clients, cards } of LIVE) {
    await pair('live', `${clients} clients, ${cards} cards`, (file) => live(file, clients, cards));
  }
  for (const cards of DISK) await pair('disk', `${cards} cards`, (file) => disk(file, cards, DISK_EDITS));
} finally {
  await own.remove();
  await stock.remove();
}
process.exit(0);
