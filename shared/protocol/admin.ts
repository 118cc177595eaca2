import { z } from 'zod';
import { ROLES } from '../access/roles.ts';

/** Shapes of the administrator's part of the interface: numbers, organisations and people; no board by name. */

const nameSchema = z.string().trim().min(1).max(200);

export const adminOverviewSchema = z.object({
  version: z.string(),
  counts: z.object({
    boards: z.int(),
    closedBoards: z.int(),
    organisations: z.int(),
    people: z.int(),
    administrators: z.int(),
    openInvitations: z.int(),
  }),
  storage: z.object({
    kind: z.enum(['sqlite', 'postgres']),
    /** Null where the database does not tell. */
    storeBytes: z.int().nullable(),
    journalRows: z.int(),
    auditEvents: z.int(),
    /** Of the disk of DATA_DIR; null where the system does not tell. */
    freeBytes: z.int().nullable(),
    diskBytes: z.int().nullable(),
  }),
  health: z.object({
    ready: z.boolean(),
    startedAt: z.string(),
    /** Numbers of `/metrics`, by name without the product's prefix. */
    numbers: z.record(z.string(), z.number()),
  }),
});
export type AdminOverview = z.infer<typeof adminOverviewSchema>;

export const adminOrganisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  /** Who works for it. */
  people: z.int(),
  /** Boards on which it has cards of its own. */
  boards: z.int(),
});
export type AdminOrganisation = z.infer<typeof adminOrganisationSchema>;
export const adminOrganisationListSchema = z.object({ organisations: z.array(adminOrganisationSchema) });
export const adminOrganisationNameSchema = z.object({ name: nameSchema });
export const adminOrganisationMadeSchema = z.object({ id: z.string() });

export const adminPeopleQuerySchema = z.object({
  /** Part of a name or of an address of mail. */
  search: z
    .string()
    .trim()
    .max(200)
    .refine((text) => !text.includes('\0'))
    .optional(),
  organisation: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type AdminPeopleQuery = z.infer<typeof adminPeopleQuerySchema>;
const adminPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
  administrator: z.boolean(),
  createdAt: z.string(),
  /** Null where that is not known. */
  lastSignIn: z.string().nullable(),
  /** Devices on which they are signed in. */
  sessions: z.int(),
  boards: z.int(),
});
export type AdminPerson = z.infer<typeof adminPersonSchema>;
export const adminPeopleSchema = z.object({ people: z.array(adminPersonSchema), total: z.int(), pages: z.int() });
export type AdminPeople = z.infer<typeof adminPeopleSchema>;

/** A link that signs this person in once; shown here only. */
export const adminSignInLinkSchema = z.object({ url: z.string() });

export const adminInvitationListSchema = z.object({
  invitations: z.array(
    z.object({
      id: z.string(),
      organisation: z.string(),
      role: z.enum(ROLES),
      invitedBy: z.string(),
      createdAt: z.string(),
      expiresAt: z.string(),
      used: z.int(),
    }),
  ),
});
export type AdminInvitationList = z.infer<typeof adminInvitationListSchema>;
