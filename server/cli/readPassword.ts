import { fstatSync } from 'node:fs';

/** How long a pipe may stay silent: programs that give no password often leave theirs open. */
const PATIENCE_MS = 2_000;

/** The first line of a password that was put on stdin; undefined for a terminal, or when nothing comes. */
export async function readPassword(stdin: typeof process.stdin): Promise<string | undefined> {
  // A terminal or /dev/null.
  if (fstatSync(stdin.fd).isCharacterDevice()) return undefined;
  const text = await new Promise<string>((resolve, reject) => {
    let read = '';
    const silence = setTimeout(() => resolve(read), PATIENCE_MS);
    stdin.setEncoding('utf8');
    stdin.on('data', (chunk: string) => {
      clearTimeout(silence);
      read += chunk;
      if (read.includes('\n')) resolve(read);
    });
    stdin.on('end', () => {
      clearTimeout(silence);
      resolve(read);
    });
    stdin.on('error', reject);
  });
  stdin.destroy();
  return text.split(/\r?\n/)[0] || undefined;
}
