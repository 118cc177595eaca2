import { type ChildProcess, spawn } from 'node:child_process';
import { ensureBuild } from '../../scripts/setup/build.mjs';

/** A program of ours in its own process, as operators run it. */
export interface Program {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with a line of stdout that fits. Rejects when the program ends first. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Builds what `runProgram` runs; `npm test` has done so. */
export const buildPrograms = ensureBuild;

/**
 * @param name `main` (the server) or `board` (the operator's commands)
 * @param under a command that becomes it, such as `prlimit`
 */
export function runProgram(
  name: 'main' | 'board',
  args: readonly string[],
  variables: { readonly [name: string]: string },
  input?: string,
  under: readonly string[] = [],
): Program {
  const { PATH = '', HOME = '' } = process.env;
  const [command = '', ...rest] = [...under, process.execPath, `dist/server/${name}.js`, ...args];
  const child = spawn(command, rest, { env: { PATH, HOME, ...variables } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input ?? '');
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal ?? -1));
  });
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(stdout);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`ended with ${code}: ${stdout}${stderr}`)));
      }),
    ended,
  };
}
