import type { Db } from '../../db/database.ts';
import { readAtOnce } from '../../db/readAtOnce.ts';
import { allBoards } from '../../db/storeContents.ts';
import { type AuditCheck, checkAudit } from '../../services/audit/checkAudit.ts';
import { checkBoard } from '../../services/checkBoard.ts';
import type { StoreFinding } from '../../services/storeFinding.ts';
import type { CliCommand } from '../commandContext.ts';

interface Counts {
  readonly boards: number;
  readonly documents: number;
  readonly rows: number;
  readonly snapshots: number;
  readonly audit: Omit<AuditCheck, 'findings'>;
  readonly findings: readonly StoreFinding[];
}

async function countAll(db: Db): Promise<Counts> {
  const { findings: ofAudit, ...audit } = await checkAudit(db);
  let counts: Counts = { boards: 0, documents: 0, rows: 0, snapshots: 0, audit, findings: [] };
  for (const board of await allBoards(db)) {
    const { documents, rows, snapshots, findings } = await checkBoard(db, board);
    counts = {
      audit,
      boards: counts.boards + 1,
      documents: counts.documents + documents,
      rows: counts.rows + rows,
      snapshots: counts.snapshots + snapshots,
      findings: [...counts.findings, ...findings],
    };
  }
  return { ...counts, findings: [...counts.findings, ...ofAudit] };
}

export const check: CliCommand<Counts> = {
  options: {},
  usage: 'check',
  run: ({ database }) => readAtOnce(database, countAll),
  failure: ({ findings }) =>
    findings.length === 0 ? undefined : `Er klopt iets niet in wat is opgeslagen: ${findings.length} bevindingen.`,
};
