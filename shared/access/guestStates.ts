/**
 * Where a guest stands (`docs/board-spec.md`, V1 to V5): waits at the door and reads nothing, reads along, was admitted
 * and writes, was removed by a facilitator, or left.
 */
export const GUEST_STATES = ['atDoor', 'reading', 'admitted', 'removed', 'left'] as const;
export type GuestState = (typeof GUEST_STATES)[number];

/** States of who is there now. */
export const PRESENT_GUESTS = ['atDoor', 'reading', 'admitted'] as const satisfies readonly GuestState[];
/** States of who waits for a facilitator. */
export const WAITING_GUESTS = ['atDoor', 'reading'] as const satisfies readonly GuestState[];

export function isPresent(state: GuestState): boolean {
  return (PRESENT_GUESTS as readonly GuestState[]).includes(state);
}
