import { readFileSync, writeFileSync } from 'node:fs';
import { machineLines } from '../support/machine.ts';
import type { Lines, Outcome } from './campaign.ts';

export interface Report {
  readonly name: string;
  readonly claim: string;
  readonly scale: number;
  readonly seconds: number;
  readonly outcome: Outcome;
}

const FILE = 'docs/reliability.md';
const SHOWN_PROBLEMS = 10;

function table(head: string, lines: Lines): string[] {
  return [`| ${head} | |`, '|---|---|', ...lines.map(([what, value]) => `| ${what} | ${value} |`), ''];
}

function section({ name, claim, scale, seconds, outcome }: Report): string {
  const { parameters, figures, problems } = outcome;
  const size = scale === 1 ? 'full size' : `scale ${scale}, not the full size`;
  const verdict = problems.length === 0 ? 'held' : `**failed** (${problems.length} problems)`;
  return [
    `## ${name}`,
    '',
    `Claim: ${claim}`,
    '',
    `Verdict: ${verdict}. Run at ${size}, in ${seconds} s.`,
    '',
    ...table('parameter', parameters),
    ...table('figure', figures),
    ...problems.slice(0, SHOWN_PROBLEMS).map((problem) => `- ${problem}`),
  ]
    .join('\n')
    .trimEnd();
}

/** Sections of campaigns that were not run now stay as they are, each with its own date. */
function earlier(run: readonly Report[]): string[] {
  try {
    const [, ...sections] = readFileSync(FILE, 'utf8').split(/\n(?=## )/);
    return sections
      .filter((text) => !run.some(({ name }) => text.startsWith(`## ${name}\n`)))
      .map((text) => text.trim());
  } catch {
    return [];
  }
}

/** Writes docs/reliability.md. */
export function writeReport(reports: readonly Report[]): void {
  const made = reports.map((report) => `${section(report)}\n\n${machineLines().join('\n')}`);
  const sections = [...made, ...earlier(reports)].sort();
  const intro = [
    '# Reliability',
    '',
    'What was tried to make the product lose a word, and what came of it. Written by `npm run campaign`',
    '(CONTRIBUTING.md says how); each section says at which size it was run. Scale 1 is what a release is measured at;',
    'a smaller scale proves less.',
  ].join('\n');
  writeFileSync(FILE, `${[intro, ...sections].join('\n\n')}\n`);
}
