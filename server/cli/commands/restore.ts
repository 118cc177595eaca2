import { restoreBackup } from '../../services/backup/restoreBackup.ts';
import { backupFile, inSentences } from '../backupFile.ts';
import type { CliCommand } from '../commandContext.ts';

const usage = 'restore BESTAND';

export const restore: CliCommand = {
  options: {},
  usage,
  run: async ({ database, now, logger }, input) => {
    const file = backupFile(input, usage);
    const { header, boards, rows } = await inSentences(restoreBackup(database, file, now(), logger));
    return { file, createdAt: header.createdAt, boards, rows };
  },
};
