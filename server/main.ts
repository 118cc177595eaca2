import { startServer } from './build.ts';
import { readSettings, type Settings, SettingsError } from './env.ts';
import { createLogger } from './log.ts';
import { orderlyStop } from './orderlyStop.ts';
import { watchFaults } from './processFaults.ts';
import { firstLines } from './services/firstLines.ts';
import { startFailure } from './startFailure.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) fail(error.message);
    throw error;
  }
}

const settings = settingsOrExit();
const logger = createLogger(settings.logLevel);
let endInOrder = (): void => process.exit(1);
const faults = watchFaults(logger, () => endInOrder());

const server = await startServer(settings, logger, {
  dev: process.argv.includes('--dev'),
  metrics: faults,
  onStoreLost: () => endInOrder(),
}).catch((error: unknown) => fail(startFailure(error, settings)));

const ending = orderlyStop(server, logger);
endInOrder = () => ending.stop(1);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, ending.signal);

say(`Opbrengstenbord draait op ${server.publicUrl}`);
const lines = await firstLines(server.services, settings.demo).catch((error: unknown): readonly string[] =>
  ending.isAsked() ? [] : fail(startFailure(error, settings)),
);
for (const line of lines) say(line);
