import { z } from 'zod';
import { ROLES } from '../access/roles.ts';
import { idSchema, organisationSchema } from './api.ts';
import { invitationSchema } from './invitations.ts';

const participantSchema = z.object({
  userId: idSchema,
  name: z.string(),
  /** Given to who manages these people: their contact; a facilitator sees those of contacts. */
  email: z.string().optional(),
  /** For which they work now. */
  organisation: organisationSchema,
  /** For which they also work here. */
  alsoFor: z.array(organisationSchema),
  role: z.enum(ROLES),
  isContact: z.boolean(),
  /** In by a code, without an account; see `guests.ts`. */
  guest: z.literal(true).optional(),
});
export type Participant = z.infer<typeof participantSchema>;

export const peopleSchema = z.object({
  participants: z.array(participantSchema),
  /** Those that the caller may withdraw; of the last month, also when they are used or over. */
  invitations: z.array(invitationSchema),
  /** Organisations whose own contact manages their people. */
  withContact: z.array(idSchema),
});
export type People = z.infer<typeof peopleSchema>;

export const participantChangeSchema = z
  .object({ role: z.enum(ROLES).optional(), isContact: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined));

export const hatSchema = z.object({ organisationId: idSchema });
