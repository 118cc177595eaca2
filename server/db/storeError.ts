/** SQLite result codes that say that the file or disk fails, not the query. */
const SQLITE = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL|NOMEM)/;
/** PostgreSQL: connection (08), resources (53), operator intervention (57), system (58). */
const POSTGRES = /^(08|53|57|58)[0-9A-Z]{3}$/;
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What the pool and its clients say without a code. */
const MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection|Query read timeout)/;

/** True when a query failed because the database is gone, full or busy; trying again later may help. */
export function isStoreError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SQLITE.test(code) || POSTGRES.test(code) || NETWORK.test(code) || MESSAGE.test(error.message)) return true;
  return error instanceof AggregateError && error.errors.some(isStoreError);
}

/** True when a row was refused because another one has the same unique value. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
