/** Checks who imports whom (scripts/layers/rules.ts); prints each fault and ends with code 1 when there is one. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findLayerFaults } from './layers/findings.ts';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const files = listed.split('\0').filter((path) => path !== '' && existsSync(path));
const isModule = (path: string) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
const sources = new Map(files.filter(isModule).map((path) => [path, readFileSync(path, 'utf8')]));
const others = new Set(files.filter((path) => !isModule(path)));

const findings = findLayerFaults(sources, others);
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;
else console.log(`${sources.size} files keep the import rules.`);
