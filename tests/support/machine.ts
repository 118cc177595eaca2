import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** On what something was measured: size and versions, nothing that tells which machine it is. */
export function machineLines(): string[] {
  const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const packages = ['@hocuspocus/server', '@hocuspocus/provider', 'yjs', 'better-sqlite3', 'ws'];
  return [
    `- Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- Opbrengstenbord ${version}, commit ${commit()}; Node ${process.versions.node}; ${packages
      .map((name) => `${name} ${dependencies[name]}`)
      .join(', ')}`,
    `- Machine: ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
  ];
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
