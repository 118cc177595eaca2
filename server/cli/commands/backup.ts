import { SERVER } from '../../services/audit/auditEvent.ts';
import { writeAudit } from '../../services/audit/writeAudit.ts';
import { writeBackup } from '../../services/backup/writeBackup.ts';
import { backupFile, inSentences } from '../backupFile.ts';
import type { CliCommand } from '../commandContext.ts';

const usage = 'backup BESTAND';

export const backup: CliCommand = {
  options: {},
  usage,
  run: async ({ database, now, logger }, input) => {
    const file = backupFile(input, usage);
    const { header, rows } = await inSentences(writeBackup(database, file, now()));
    // The file is there, whatever the store takes now: a backup is made most of all of a store that fails.
    await database.db
      .transaction()
      .execute((tx) => writeAudit(tx, now(), { action: 'data.backedUp', actor: SERVER }))
      .catch((error: unknown) => logger.error({ err: error }, 'the log was not told of this backup'));
    const boards = header.boards.map(({ id, sequence }) => ({ id, sequence }));
    return { file, createdAt: header.createdAt, boards, rows };
  },
};
