import { z } from 'zod';
import { MODES, ROLES, TOKEN_ACCESS } from '../access/roles.ts';
import { LIMITS } from '../board/limits.ts';
import { boardSettingsSchema } from './boardSettings.ts';

/** Shapes of `/api/v1`. The server validates with them; the browser uses their types only. */

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const titleSchema = z.string().trim().min(1).max(LIMITS.title);
export const nameSchema = z.string().trim().min(1).max(200);
export const emailSchema = z.string().trim().max(254).pipe(z.email());
const roleSchema = z.enum(ROLES);
const modeSchema = z.enum(MODES);
const yearsSchema = z.array(z.int().min(1990).max(2100)).min(LIMITS.years.min).max(LIMITS.years.max);

export const organisationSchema = z.object({ id: idSchema, name: z.string() });

// --- session -------------------------------------------------------------------------------------------------
export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(1024) });
/** The token from a sign-in link's address; the link page's button posts it. */
export const signInTokenSchema = z.object({ token: z.string().min(1).max(200) });
/** Whom a sign-in link signs in, shown before its button is pressed; absent for the first administrator. */
export const signInLinkOwnerSchema = z.object({ name: z.string().optional() });
export const signInLinkRequestSchema = z.object({ email: emailSchema });
export const sessionSchema = z.object({
  user: z.object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    administrator: z.boolean(),
    organisation: organisationSchema.nullable(),
    language: z.enum(['nl', 'en']),
    /** In by a code, without an account. */
    guest: z.literal(true).optional(),
  }),
  /** False for someone who signed in by link and never chose a password. */
  hasPassword: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;
export const profileChangeSchema = z.object({
  name: nameSchema.optional(),
  language: z.enum(['nl', 'en']).optional(),
  email: emailSchema.optional(),
  /** Asked with a new address, from who has a password. */
  currentPassword: z.string().max(1024).optional(),
  /** Only for who has none yet. */
  organisation: nameSchema.optional(),
  /** A new password; the old one is asked only where there is one. */
  password: z.object({ old: z.string().max(1024).optional(), new: z.string().min(10).max(1024) }).optional(),
});

// --- boards --------------------------------------------------------------------------------------------------
export const boardSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  mode: modeSchema,
  role: roleSchema,
  organisation: organisationSchema,
  /** ISO time at which it was closed; null while it is open. A closed board is read only for everyone. */
  closedAt: z.string().nullable(),
  updatedAt: z.string(),
  participants: z.int(),
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;
export const boardListSchema = z.object({ boards: z.array(boardSummarySchema) });

export const boardDocumentSchema = z.object({
  name: z.string(),
  kind: z.enum(['frame', 'party', 'draft']),
  organisationId: idSchema.optional(),
  access: z.enum(['write', 'read']),
});
export type BoardDocument = z.infer<typeof boardDocumentSchema>;
export const boardDetailSchema = boardSummarySchema.extend({
  /** Whether the caller is contact of their organisation here. */
  isContact: z.boolean(),
  /** Organisations for which the caller may work here; `organisation` is the one of now. */
  hats: z.array(organisationSchema),
  settings: boardSettingsSchema,
  generation: z.int(),
  schema: z.int(),
  documents: z.array(boardDocumentSchema),
});
export type BoardDetail = z.infer<typeof boardDetailSchema>;

export const boardCreateSchema = z.object({
  title: titleSchema,
  template: z.string().max(64),
  years: yearsSchema.optional(),
});
export const boardCopySchema = z.object({ title: titleSchema });
export const boardChangeSchema = z
  .object({
    title: titleSchema.optional(),
    mode: modeSchema.optional(),
    closed: z.boolean().optional(),
    settings: boardSettingsSchema.partial().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined));

export const templateSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Where it comes from: the municipality and document, or that it is invented. */
  origin: z.string(),
  years: z.array(z.int()),
  columns: z.int(),
  sections: z.int(),
  activities: z.int(),
  organisations: z.int(),
  fictional: z.boolean(),
});
export type Template = z.infer<typeof templateSchema>;
export const templateListSchema = z.object({ templates: z.array(templateSchema) });

// --- access tokens of other programs ----------------------------------------------------------------------------
const accessTokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  access: z.enum(TOKEN_ACCESS),
  /** Name of the facilitator who made it. */
  madeBy: z.string(),
  createdAt: z.string(),
  /** Null for one that works until it is revoked. */
  expiresAt: z.string().nullable(),
  /** To the minute; null as long as no program used it. */
  lastUsedAt: z.string().nullable(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;
export const accessTokenListSchema = z.object({ tokens: z.array(accessTokenSchema) });
export const accessTokenCreateSchema = z.object({
  name: nameSchema,
  access: z.enum(TOKEN_ACCESS),
  validDays: z.int().min(1).max(3660).optional(),
});
export const accessTokenCreatedSchema = accessTokenSchema.extend({ token: z.string() });
export type AccessTokenCreated = z.infer<typeof accessTokenCreatedSchema>;

// --- errors ---------------------------------------------------------------------------------------------------
/** Stable codes of problem+json; the browser translates them (`shared/i18n`, `problem.*`). */
export const PROBLEM_CODES = [
  'invalidInput',
  'notSignedIn',
  'wrongCredentials',
  'notAllowed',
  'notFound',
  'linkExpired',
  'linkUsed',
  'invitationExpired',
  'invitationUsed',
  'accountOff',
  'emailTaken',
  'passwordWrong',
  'signInAgain',
  'lastFacilitator',
  'boardClosed',
  'boardTooNew',
  'tooManyParties',
  'tooManyTokens',
  'transferRefused',
  'tooManyRequests',
  'payloadTooLarge',
  'storeUnavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  detail: z.string().optional(),
  /** Paths of the fields that were wrong, with `invalidInput`; why, with `transferRefused`. */
  fields: z.array(z.string()).optional(),
});
