import { z } from 'zod';
import { idSchema } from './api.ts';

/** Shapes of what is asked about the drafts of the caller's organisation on a board. */

const colleagueSchema = z.object({ userId: idSchema, name: z.string() });
export const draftReadersSchema = z.object({
  /** Whether the caller sees them. */
  mine: z.boolean(),
  /** Everyone who sees them. */
  readers: z.array(colleagueSchema),
  /** Others who are on the board for the same organisation, and do not see them. */
  others: z.array(colleagueSchema),
});
export type DraftReaders = z.infer<typeof draftReadersSchema>;
