import { z } from 'zod';
import { TRANSFER_KINDS, TRANSFER_STATES } from '../access/transferRights.ts';
import { LIMITS } from '../board/limits.ts';
import { idSchema } from './api.ts';

/** Shapes of handing over, merging and splitting. */

/** Activities that go into one other at most. */
const MOST_MERGED = 10;

const textFieldSchema = z.string().regex(/^(?:[a-zA-Z]{1,40}Text|resultsText:(?:19|20|21)\d\d)$/);

export const transferCreateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('handOver'), activityId: idSchema, to: idSchema }),
  /** `others` become part of `activityId`. */
  z.object({ kind: z.literal('merge'), activityId: idSchema, others: z.array(idSchema).min(1).max(MOST_MERGED) }),
  /** A second activity with this title and a copy of these texts; absent `to`: of the same organisation. */
  z.object({
    kind: z.literal('split'),
    activityId: idSchema,
    title: z.string().trim().min(1).max(LIMITS.title),
    texts: z.array(textFieldSchema).max(20),
    to: idSchema.optional(),
  }),
  z.object({ kind: z.literal('undo'), transferId: idSchema }),
]);
export type TransferCreate = z.infer<typeof transferCreateSchema>;

export const transferDeclineSchema = z.object({ reason: z.string().trim().max(300).optional() });

export const transferSchema = z.object({
  id: idSchema,
  kind: z.enum(TRANSFER_KINDS),
  /** With the organisations that owned them when it was asked; of a merge the kept one first. */
  activities: z.array(z.object({ id: idSchema, owner: idSchema })),
  to: idSchema.nullable(),
  undoes: idSchema.nullable(),
  /** Organisations that have not accepted yet. */
  awaits: z.array(idSchema),
  state: z.enum(TRANSFER_STATES),
  askedBy: z.string(),
  askedFor: idSchema,
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** What the caller may do with it now. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  /** True where it can be asked to be undone, by the caller. */
  mayUndo: z.boolean(),
});
export type Transfer = z.infer<typeof transferSchema>;
export const transferListSchema = z.object({ transfers: z.array(transferSchema) });
