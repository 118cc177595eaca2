import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';
import { SetupError } from './setupError.mjs';

const SHOWN_OUTPUT = 6_000;

/**
 * Runs a program in the checkout without input. Its output is kept back and shown only when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} what it printed
 * @throws {SetupError} when it cannot be started or ends with another code than 0
 */
export function run(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => reject(new SetupError(`${program} cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      const command = [program, ...args].join(' ');
      reject(new SetupError(`${output.slice(-SHOWN_OUTPUT)}\n"${command}" ended with ${signal ?? `code ${code}`}.`));
    });
  });
}
