import { startServer } from './build.ts';
import { StoreInUse } from './db/storeLock.ts';
import { readSettings, type Settings, SettingsError } from './env.ts';
import { createLogger } from './log.ts';
import { firstLines } from './services/firstLines.ts';

/** A stop takes 10 s at most; what hangs by then is given up. */
const STOP_WITHIN_MS = 9_500;

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

/** What stopped the start, as a sentence for the operator. */
function startFailure(error: unknown, settings: Settings): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Poort ${settings.port} is al in gebruik. Kies een andere met PORT.`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return `Op ${settings.host}:${settings.port} kan niet worden geluisterd. Controleer HOST en PORT.`;
  }
  if (error instanceof StoreInUse)
    return 'Er draait al een server op deze database. Stop die eerst; twee tegelijk zien elkaars wijzigingen niet.';
  const where = settings.databaseUrl ? 'DATABASE_URL' : `DATA_DIR (${settings.dataDir})`;
  return `De database is niet te openen. Controleer ${where}. (${error instanceof Error ? error.message : error})`;
}

const settings = settingsOrExit();
const logger = createLogger(settings.logLevel);

process.on('uncaughtException', (error) => logger.fatal({ err: error }, 'uncaught exception'));
process.on('unhandledRejection', (error) => logger.fatal({ err: error }, 'unhandled rejection'));

const server = await startServer(settings, logger, { dev: process.argv.includes('--dev') }).catch((error: unknown) =>
  fail(startFailure(error, settings)),
);

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const tooLong = setTimeout(() => {
    logger.error('the stop took too long');
    process.exit(1);
  }, STOP_WITHIN_MS);
  await server.close();
  clearTimeout(tooLong);
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());

if (settings.smtpUrl) say('SMTP_URL: deze versie verstuurt nog geen mail; brieven staan in DATA_DIR/outbox.');
say(`Opbrengstenbord draait op ${server.publicUrl}`);
const lines = await firstLines(server.services, settings.demo).catch((error: unknown) =>
  fail(startFailure(error, settings)),
);
for (const line of lines) say(line);
