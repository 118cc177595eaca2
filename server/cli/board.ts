import { readPassword } from './readPassword.ts';
import { runCommand } from './runCommand.ts';

process.exitCode = await runCommand(process.argv.slice(2), process.env, {
  readPassword: () => readPassword(process.stdin),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
