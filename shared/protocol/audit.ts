import { z } from 'zod';
import { AUDIT_ACTORS, AUDIT_GROUPS, AUDIT_RESULTS, AUDIT_SUBJECTS } from '../access/auditActions.ts';
import { MODES, ROLES, TOKEN_ACCESS } from '../access/roles.ts';

/** Shapes of the log and of the overview of rights. */

const namedSchema = z.object({ id: z.string(), name: z.string() });

/** Somebody or something in the log. The name is that of now; absent where nothing has this id any more. */
const auditNamedSchema = z.object({ id: z.string().optional(), name: z.string().optional() });

export const auditEventSchema = z.object({
  sequence: z.int(),
  at: z.string(),
  /** One of `AUDIT_ACTIONS`, or of a later version's. */
  action: z.string(),
  result: z.enum(AUDIT_RESULTS),
  actor: auditNamedSchema.extend({ kind: z.enum(AUDIT_ACTORS) }),
  subject: auditNamedSchema.extend({ kind: z.enum(AUDIT_SUBJECTS) }),
  organisation: namedSchema.optional(),
  /** The network it came from; absent for commands and for the server itself. */
  address: z.string().optional(),
  /** Ids, numbers and words of the product. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditEventShown = z.infer<typeof auditEventSchema>;

export const auditQuerySchema = z.object({
  /** Only events of this group: what stands before the point of their action. */
  group: z.enum(AUDIT_GROUPS).optional(),
  /** The page after this event: those with a lower number. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
export type AuditQueryShown = z.infer<typeof auditQuerySchema>;
export const auditPageSchema = z.object({
  /** The newest first. */
  events: z.array(auditEventSchema),
  /** `before` of the next page; absent on the last one. */
  next: z.int().optional(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const rightsOverviewSchema = z.object({
  board: z.object({ title: z.string(), mode: z.enum(MODES), closedAt: z.string().nullable() }),
  /** When it was made. */
  at: z.string(),
  people: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      email: z.string().optional(),
      organisation: namedSchema,
      role: z.enum(ROLES),
      /** When they came on the board. */
      since: z.string(),
      /** Null where that is not known. */
      lastSignIn: z.string().nullable(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: z.string(),
      organisation: namedSchema,
      role: z.enum(ROLES),
      invitedBy: z.string(),
      createdAt: z.string(),
      expiresAt: z.string(),
      used: z.int(),
    }),
  ),
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      access: z.enum(TOKEN_ACCESS),
      madeBy: z.string(),
      createdAt: z.string(),
      expiresAt: z.string().nullable(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
});
export type RightsOverview = z.infer<typeof rightsOverviewSchema>;
