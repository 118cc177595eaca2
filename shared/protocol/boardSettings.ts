import { z } from 'zod';
import { ARCHIVE_BY, CHANGE_OUTCOMES_BY, INVITE_BY } from '../access/boardSettings.ts';

/** Who may do what on a board, as its details tell it. */
export const boardSettingsSchema = z.object({
  changeOutcomes: z.enum(CHANGE_OUTCOMES_BY),
  archive: z.enum(ARCHIVE_BY),
  invite: z.enum(INVITE_BY),
});
