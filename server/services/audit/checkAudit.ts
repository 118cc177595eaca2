import { AUDIT_START, type AuditHead, auditHash } from '../../db/auditChain.ts';
import { allAuditRows, auditHead } from '../../db/auditEvents.ts';
import type { Db } from '../../db/database.ts';
import type { StoreFinding } from '../storeFinding.ts';

export interface AuditCheck {
  readonly events: number;
  /** The newest event. Kept elsewhere, it shows later that nobody made the whole log anew. */
  readonly head: AuditHead;
  readonly findings: readonly StoreFinding[];
}

/**
 * Follows the log's chain from its first row to its head (`docs/board-spec.md`, L2). `auditRowMissing` names the first
 * number that is not there, `auditRowChanged` a row that is not as it was written or does not belong after the row
 * before it, `auditHead` a head that is not the last row.
 * @param db sees one moment (`readAtOnce`)
 */
export async function checkAudit(db: Db): Promise<AuditCheck> {
  const head = await auditHead(db);
  const findings: StoreFinding[] = [];
  let last: AuditHead = AUDIT_START;
  let events = 0;
  for await (const row of allAuditRows(db)) {
    const { sequence, hash } = row;
    const follows = sequence === last.sequence + 1;
    if (!follows) findings.push({ code: 'auditRowMissing', sequence: last.sequence + 1 });
    // After a gap the hash of the row before is not known: what the row says of itself is believed.
    else if (auditHash(last.hash, row) !== hash) findings.push({ code: 'auditRowChanged', sequence });
    last = { sequence, hash };
    events += 1;
  }
  if (last.sequence < head.sequence) findings.push({ code: 'auditRowMissing', sequence: last.sequence + 1 });
  else if (last.sequence !== head.sequence || last.hash !== head.hash) {
    findings.push({ code: 'auditHead', sequence: head.sequence });
  }
  return { events, head, findings };
}
