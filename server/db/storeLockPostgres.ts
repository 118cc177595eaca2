import pg from 'pg';

/** Any number that nobody else uses: advisory locks of a database are told apart by it. */
const ADVISORY_LOCK = 7_318_204;
const ANSWER_WITHIN_MS = 5_000;
/** How often we look whether the connection, and the lock with it, is still there, or can be had again. */
const LOOK_MS = { held: 5_000, lost: 1_000 };

/**
 * Takes the lock of a store in PostgreSQL. It lives as long as a connection: when that is lost it is asked for again
 * until the database answers.
 * @param onLost another server took it in the meantime
 * @returns how to give it up; undefined when another server has it
 */
export async function lockPostgres(url: string, onLost: () => void): Promise<(() => Promise<void>) | undefined> {
  let client: pg.Client | undefined;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function take(): Promise<boolean> {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
      application_name: 'opbrengstenbord lock',
    });
    // The next look finds that it is gone.
    next.on('error', () => undefined);
    try {
      await next.connect();
      const { rows } = await next.query('select pg_try_advisory_lock($1) as taken', [ADVISORY_LOCK]);
      if (rows[0]?.taken !== true || isOver) {
        giveUp(next);
        return false;
      }
    } catch (error) {
      giveUp(next);
      throw error;
    }
    next.on('end', () => {
      if (client === next) client = undefined;
      lookIn(LOOK_MS.lost);
    });
    client = next;
    return true;
  }

  /** Without waiting: it may not answer any more. */
  function giveUp(connection: pg.Client): void {
    void connection.end().catch(() => undefined);
  }

  function lookIn(ms: number): void {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void look(), ms).unref();
  }

  async function look(): Promise<void> {
    const held = client;
    try {
      if (held) await held.query('select 1');
      else if (!(await take())) {
        if (!isOver) onLost();
        return;
      }
      lookIn(LOOK_MS.held);
    } catch {
      if (held && client === held) {
        client = undefined;
        giveUp(held);
      }
      lookIn(LOOK_MS.lost);
    }
  }

  if (!(await take())) return undefined;
  lookIn(LOOK_MS.held);
  return async () => {
    isOver = true;
    clearTimeout(timer);
    const held = client;
    client = undefined;
    await held?.end();
  };
}
