import { writeFileSync } from 'node:fs';
import { machineLines } from '../support/machine.ts';
import type { Figures } from './measure.ts';

/** The same measurement of both servers. */
export interface Pair {
  readonly kind: 'live' | 'idle' | 'join' | 'disk';
  /** The size at which it was taken. */
  readonly name: string;
  readonly own: Figures;
  readonly stock: Figures;
}

interface Column {
  readonly figure: string;
  readonly head: string;
  /** By how much the measured figure is divided to be shown. */
  readonly unit: number;
}

const COLUMNS: Readonly<Record<Pair['kind'], readonly Column[]>> = {
  live: [
    { figure: 'p50', head: 'visible p50, ms', unit: 1 },
    { figure: 'p95', head: 'visible p95, ms', unit: 1 },
    { figure: 'p99', head: 'visible p99, ms', unit: 1 },
    { figure: 'acknowledged50', head: 'acknowledged p50, ms', unit: 1 },
    { figure: 'acknowledged95', head: 'acknowledged p95, ms', unit: 1 },
    { figure: 'cpu', head: 'CPU per delivery, µs', unit: 1 },
  ],
  idle: [
    { figure: 'heap', head: 'heap and buffers, kB', unit: 1_000 },
    { figure: 'rss', head: 'resident, kB', unit: 1_000 },
  ],
  join: [
    { figure: 'cold', head: 'cold join, ms', unit: 1 },
    { figure: 'warm', head: 'warm join, ms', unit: 1 },
    { figure: 'bytes', head: 'received, kB', unit: 1_000 },
  ],
  disk: [
    { figure: 'growth', head: 'growth of the store, bytes', unit: 1 },
    { figure: 'written', head: 'written to disk, bytes', unit: 1 },
  ],
};

/** What is aimed at: the ratio to the stock server, at most. */
const AIMS = [
  { what: 'edit to visible p95, 200 clients', kind: 'live', size: '200 clients, 200 cards', figure: 'p95', most: 1 },
  { what: 'CPU per delivery, 200 clients', kind: 'live', size: '200 clients, 200 cards', figure: 'cpu', most: 1 / 2 },
  { what: 'memory per idle connection, resident', kind: 'idle', size: '', figure: 'rss', most: 1 / 3 },
  { what: 'memory per idle connection, heap and buffers', kind: 'idle', size: '', figure: 'heap', most: 1 / 3 },
  { what: 'cold join, 2,000 cards', kind: 'join', size: '2000 cards', figure: 'cold', most: 1 / 2 },
  { what: 'bytes of a join, 2,000 cards', kind: 'join', size: '2000 cards', figure: 'bytes', most: 1 / 3 },
] as const;

function shown(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

/** Own, stock and the ratio of the two. */
function cell({ own, stock }: Pair, { figure, unit }: Column): string {
  const [mine = Number.NaN, theirs = Number.NaN] = [own[figure], stock[figure]];
  return `${shown(mine / unit)} / ${shown(theirs / unit)} (${theirs === 0 ? '–' : (mine / theirs).toFixed(2)})`;
}

function table(pairs: readonly Pair[], kind: Pair['kind']): string {
  const columns = COLUMNS[kind];
  const rows = pairs.filter((pair) => pair.kind === kind);
  return [
    `| | ${columns.map(({ head }) => head).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...rows.map((pair) => `| ${pair.name} | ${columns.map((column) => cell(pair, column)).join(' | ')} |`),
  ].join('\n');
}

function aims(pairs: readonly Pair[]): string {
  const rows = AIMS.flatMap(({ what, kind, size, figure, most }) => {
    const pair = pairs.find((each) => each.kind === kind && each.name.includes(size));
    if (!pair) return [];
    const ratio = (pair.own[figure] ?? Number.NaN) / (pair.stock[figure] ?? Number.NaN);
    return [`| ${what} | ${most.toFixed(2)} | ${ratio.toFixed(2)} | ${ratio <= most ? 'met' : '**not met**'} |`];
  });
  return ['| aim, as a ratio to stock | at most | measured | |', '|---|---|---|---|', ...rows].join('\n');
}

/** Writes docs/performance.md. */
export function writePerformance(pairs: readonly Pair[]): void {
  const text = [
    '# Performance',
    'Written by `npm run bench`: one run, with the live part of the product (on SQLite) and the stock Hocuspocus server\n' +
      'with `@hocuspocus/extension-sqlite` each in a process of its own, one after the other; one more process plays all\n' +
      'clients and looks. Every client has the same eight documents (frame and seven parties) on one socket, on both\n' +
      'servers. Each cell says **product / stock (ratio)**; a ratio below 1 is in favour of the product.',
    machineLines().join('\n'),
    '## Aims',
    aims(pairs),
    '## Live editing',
    'Every client but one makes one edit a second in the same document, for eight seconds after four that warm up the\n' +
      "servers. Both bundle what comes at once, so a machine that is busy besides makes bundles of the stock server's too\n" +
      'and brings the two nearer to each other. *Visible*: from the edit until\n' +
      "another client's document has it. *Acknowledged*: from the edit until its writer is told that it is saved; the\n" +
      'product has it on disk by then, the stock server only in memory, and stores it two to ten seconds later. *CPU per\n' +
      'delivery*: processor time of all threads of the server, divided by edits times the other clients.',
    table(pairs, 'live'),
    '## Memory of an idle connection',
    'What one more connected client with its eight documents costs, as the slope between the two sizes. The heap is the\n' +
      "engine's: the stock server is the engine with nothing but its store, and the product has for every document on every\n" +
      'socket one connection of the same engine. A third of it is out of reach while that is so. What would change it is to\n' +
      'take the links of a client that only looks out of the engine, and to attach them again at its first edit; that is\n' +
      'not begun.',
    table(pairs, 'idle'),
    '## Joining a board',
    'From opening the socket until all documents are synced, median of three. *Cold*: the server was just started and\n' +
      'has no document in memory. Much of it is the client, which decodes what it gets.',
    table(pairs, 'join'),
    '## Disk',
    'For one edit among four hundred of one person, made 5 ms after each other. The product keeps every edit, the stock\n' +
      'server only the newest state, which it writes whole each time.',
    table(pairs, 'disk'),
  ].join('\n\n');
  writeFileSync('docs/performance.md', `${text}\n`);
}
