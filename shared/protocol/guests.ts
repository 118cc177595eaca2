import { z } from 'zod';
import { GUEST_STATES } from '../access/guestStates.ts';
import { idSchema } from './api.ts';

/** Shapes of `/api/v1` about guests: who comes in by a code, without an account. */

/** Control characters, and marks that turn the direction of what follows, also of what stands beside it. */
const HIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const shortSchema = z
  .string()
  .max(400)
  .trim()
  .min(1)
  .max(80)
  .refine((text) => !HIDDEN.test(text));

const organisationSchema = z.object({ id: idSchema, name: z.string() });
const stateSchema = z.enum(GUEST_STATES);

/** The code of a board, as its facilitators see it. */
const guestCodeSchema = z.object({
  code: z.string(),
  /** Address behind the QR code. */
  url: z.string(),
  /** Who comes in waits at the door until a facilitator lets them in, and reads nothing before. */
  approval: z.boolean(),
  openedAt: z.string(),
  /** The code closes by itself then. */
  expiresAt: z.string(),
});
export type GuestCode = z.infer<typeof guestCodeSchema>;

export const guestSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** `id` is absent for an organisation that is not on the board: it is what the guest typed. */
  organisation: z.object({ id: idSchema.optional(), name: z.string() }),
  state: stateSchema,
  joinedAt: z.string(),
  /** Name of the account that took over what this guest wrote. */
  claimedBy: z.string().optional(),
});
export type Guest = z.infer<typeof guestSchema>;
export const guestListSchema = z.object({ code: guestCodeSchema.nullable(), guests: z.array(guestSchema) });
export type GuestList = z.infer<typeof guestListSchema>;

export const guestDoorSchema = z.object({ approval: z.boolean() });
/** Guests that are there: `stay`, or `go` with the code. */
export const guestCloseSchema = z.object({ guests: z.enum(['stay', 'go']).default('stay') });
export const guestAdmitSchema = z.object({
  /** Absent: everyone who waits. */
  guestIds: z.array(idSchema).min(1).max(500).optional(),
  /** `reader`: lets in from the door, to read along only. */
  as: z.enum(['member', 'reader']).default('member'),
  /** Another organisation than the guest named. */
  organisation: z.object({ id: idSchema }).optional(),
});
export type GuestAdmission = z.input<typeof guestAdmitSchema>;
export const guestRemoveSchema = z.object({ guestIds: z.array(idSchema).min(1).max(500) });

/** What someone with a code sees before they join. */
export const guestOfferSchema = z.object({
  boardTitle: z.string(),
  organisations: z.array(organisationSchema),
  approval: z.boolean(),
  /** Present when this browser is signed in with an account. */
  signedInAs: z.string().optional(),
  /** Present when this browser may open the board already. */
  boardId: idSchema.optional(),
});
export type GuestOffer = z.infer<typeof guestOfferSchema>;
export const guestJoinSchema = z.object({
  name: shortSchema,
  organisation: z.union([z.object({ id: idSchema }).strict(), z.object({ name: shortSchema }).strict()]),
});
export type GuestJoin = z.infer<typeof guestJoinSchema>;
export const guestJoinedSchema = z.object({
  boardId: idSchema,
  state: stateSchema,
  /** Shown here only; with it an account can later take over what this guest writes. */
  claimToken: z.string(),
});
export type GuestJoined = z.infer<typeof guestJoinedSchema>;

/** A guest as they see themselves. */
export const ownGuestSchema = z.object({
  boardId: idSchema,
  boardTitle: z.string(),
  name: z.string(),
  organisation: z.string(),
  state: stateSchema,
});
export type OwnGuest = z.infer<typeof ownGuestSchema>;

export const guestClaimSchema = z.object({ tokens: z.array(z.string().min(1).max(200)).min(1).max(20) });
export const guestClaimedSchema = z.object({
  /** What is this account's now, one for each token that works. */
  claimed: z.array(z.object({ boardTitle: z.string(), name: z.string(), organisation: z.string() })),
});
export type GuestsClaimed = z.infer<typeof guestClaimedSchema>;
