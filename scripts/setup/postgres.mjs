import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { canInstall, installPackages } from './debian.mjs';
import { run } from './run.mjs';
import { SetupError } from './setupError.mjs';
import { step } from './step.mjs';

const DEFAULT_URL = 'postgres://postgres@127.0.0.1:5432/test';
/** A server of our own beside whatever the machine has: nobody else's is opened up for the tests. */
const CLUSTER = 'opbrengstenbord-test';
const CLUSTER_PORT = '54329';
const CLUSTER_URL = `postgres://postgres@127.0.0.1:${CLUSTER_PORT}/test`;
const VERSIONS = '/usr/lib/postgresql';

/**
 * A PostgreSQL server on which the tests may make and drop databases: `TEST_POSTGRES_URL`, the one on the usual port
 * when it lets postgres in without a password, or a test server of our own on Debian.
 * @returns {Promise<string>} address of its database
 * @throws {SetupError} when there is none and none can be made
 */
export async function ensurePostgres() {
  const named = process.env['TEST_POSTGRES_URL'];
  if (named) {
    const refusal = await refusalOf(named);
    if (refusal) throw new SetupError(`TEST_POSTGRES_URL cannot be used: ${refusal}`);
    return named;
  }
  if (!(await refusalOf(DEFAULT_URL))) return DEFAULT_URL;
  if (!(await refusalOf(CLUSTER_URL))) return CLUSTER_URL;
  if (!canInstall()) {
    throw new SetupError(
      'The tests need PostgreSQL 13 or newer: set TEST_POSTGRES_URL to a database of a superuser,' +
        ' for instance postgres://postgres@127.0.0.1:5432/test.\n' +
        'Voor de tests is PostgreSQL nodig: zet het adres van een testdatabase in TEST_POSTGRES_URL.',
    );
  }
  if (!existsSync('/usr/bin/pg_createcluster') || !existsSync(VERSIONS)) await installPackages(['postgresql']);
  await step('Starting a PostgreSQL server for the tests', startCluster);
  const refusal = await refusalOf(CLUSTER_URL);
  if (refusal) throw new SetupError(`The PostgreSQL server for the tests cannot be used: ${refusal}`);
  return CLUSTER_URL;
}

async function startCluster() {
  const version = (await readdir(VERSIONS)).sort((a, b) => Number(a) - Number(b)).at(-1) ?? '';
  if (!existsSync(`/etc/postgresql/${version}/${CLUSTER}`)) {
    // Without a password, but for programs on this machine only.
    await run('pg_createcluster', [
      version,
      CLUSTER,
      '--port',
      CLUSTER_PORT,
      '--start-conf',
      'manual',
      '--',
      '--auth=trust',
    ]);
  }
  await run('pg_ctlcluster', ['--skip-systemctl-redirect', version, CLUSTER, 'start']);
}

/**
 * Tries a server, and makes the database that the address names where only that is absent.
 * @param {string} url
 * @returns {Promise<string | undefined>} why it cannot be used; undefined when it can
 */
async function refusalOf(url) {
  const error = await query(url, 'select 1');
  if (/** @type {{ code?: string } | undefined} */ (error)?.code !== '3D000') return error?.message;
  const server = new URL(url);
  const database = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  return (await query(server.href, `create database "${database.replaceAll('"', '""')}"`))?.message;
}

/**
 * @param {string} url
 * @param {string} text
 * @returns {Promise<Error | undefined>} what went wrong
 */
async function query(url, text) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that stops in between reports it here too; the query says it already.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}
