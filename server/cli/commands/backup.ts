import { writeBackup } from '../../services/backup/writeBackup.ts';
import { backupFile, inSentences } from '../backupFile.ts';
import type { CliCommand } from '../commandContext.ts';

const usage = 'backup BESTAND';

export const backup: CliCommand = {
  options: {},
  usage,
  run: async ({ database, now }, input) => {
    const file = backupFile(input, usage);
    const { header, rows } = await inSentences(writeBackup(database, file, now()));
    const boards = header.boards.map(({ id, sequence }) => ({ id, sequence }));
    return { file, createdAt: header.createdAt, boards, rows };
  },
};
