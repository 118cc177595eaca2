import { z } from 'zod';
import { ROLES } from '../access/roles.ts';
import { emailSchema, idSchema, nameSchema, organisationSchema } from './api.ts';

/** Days that an invitation may work: a day, a week, a month. */
const INVITATION_DAYS = [1, 7, 30] as const;
/** `open`: lets people in. `used`: everyone for whom it was came in. */
const INVITATION_STATES = ['open', 'used', 'expired'] as const;

export const invitationSchema = z.object({
  id: idSchema,
  organisation: organisationSchema,
  role: z.enum(ROLES),
  /** Who comes in by it is their organisation's contact. */
  asContact: z.boolean(),
  /** For one person; otherwise for any number. */
  once: z.boolean(),
  state: z.enum(INVITATION_STATES),
  /** Name of who made it. */
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** People who came in by it. */
  used: z.int(),
  /** To whom it is mailed; given to who made it and to who may see that organisation's addresses. */
  email: z.string().optional(),
  /** When it was last mailed; null where it was not, or that failed. */
  sentAt: z.string().nullable(),
});
export type BoardInvitation = z.infer<typeof invitationSchema>;

export const invitationCreateSchema = z.object({
  organisation: z.union([z.object({ id: idSchema }).strict(), z.object({ name: nameSchema }).strict()]),
  role: z.enum(ROLES),
  asContact: z.boolean().optional(),
  /** Mailed to this address, and then for one person. */
  email: emailSchema.optional(),
  once: z.boolean().optional(),
  validDays: z.literal(INVITATION_DAYS).optional(),
});

/** `url` is shown once, and not where it was mailed: that address knows it alone. */
export const invitationCreatedSchema = invitationSchema.extend({ url: z.string().optional() });
export type InvitationCreated = z.infer<typeof invitationCreatedSchema>;

/** What someone who opens an invitation sees before accepting it. */
export const invitationOfferSchema = z.object({
  boardTitle: z.string(),
  organisation: z.string(),
  role: z.enum(ROLES),
  asContact: z.boolean(),
  invitedBy: z.string(),
  /** Present when this browser is signed in: accepting takes one button. */
  signedInAs: z.string().optional(),
  /** The address to which it was mailed, of a browser in which nobody is signed in. */
  email: z.string().optional(),
  /** The name of who has an account with that address: accepting signs them in, without a name to give. */
  accountName: z.string().optional(),
});
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;

/** Who is not signed in says who they are; who is, or whom the letter names, sends an empty object. */
export const invitationAcceptSchema = z.object({ name: nameSchema.optional(), email: emailSchema.optional() });
export const invitationAcceptedSchema = z.object({ boardId: idSchema });
