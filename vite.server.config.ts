import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

/** Programs that node starts by themselves: the server, the operator's commands, and every worker thread. */
function entries(): Record<string, string> {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' });
  const workers = files.filter((file) => file.endsWith('Worker.ts'));
  const programs = ['main.ts', 'cli/board.ts', ...workers];
  return Object.fromEntries(programs.map((file) => [basename(file, '.ts'), `server/${file}`]));
}

/** The server as plain JavaScript in dist/server. Packages stay outside it and are loaded from node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { input: entries(), output: { entryFileNames: '[name].js' } },
  },
});
