import type { Id } from '../../../shared/board/ids.ts';
import type { AuditPage, AuditQueryShown } from '../../../shared/protocol/audit.ts';
import { auditRows } from '../../db/auditEvents.ts';
import type { Db } from '../../db/database.ts';
import { shownAudit } from './shownAudit.ts';

/** Events on a page. */
const PAGE = 50;

/** A page of the events of a board, or with null of those that belong to no board, the newest first. */
export async function auditPage(db: Db, boardId: Id | null, query: AuditQueryShown): Promise<AuditPage> {
  // One more, to know whether there is another page.
  const rows = await auditRows(db, { boardId, ...query, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { events: await shownAudit(db, shown), ...(rows.length > PAGE && last ? { next: last.sequence } : {}) };
}
