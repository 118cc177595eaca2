import { setTimeout as wait } from 'node:timers/promises';
import { bundle } from '../support/runProgram.ts';
import { crowdOf, withBoard } from './measure.ts';

const which = process.argv[2] ?? 'own';
const b = await bundle(`tests/bench/${which}Server.ts`);
await withBoard(b.file, 200, async (start, dir) => {
  const server = await start();
  const all = [];
  for (const n of [100, 300]) {
    all.push(...(await crowdOf(server.url, n - all.length, all.length)));
    await wait(1000);
    console.log(n, await server.usage());
    process.kill(server.pid, 'SIGUSR2');
    await wait(4000);
  }
  await server.stop();
});
await b.remove();
process.exit(0);
