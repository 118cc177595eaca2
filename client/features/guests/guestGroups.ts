import { WAITING_GUESTS } from '../../../shared/access/guestStates.ts';
import type { Guest } from '../../../shared/protocol/guests.ts';

const byName = new Intl.Collator('nl').compare;

/** Who waits for a facilitator: those at the door first, then in the order in which they came. */
export function waitingOf(guests: readonly Guest[]): readonly Guest[] {
  const waiting = guests.filter(({ state }) => (WAITING_GUESTS as readonly string[]).includes(state));
  return waiting.toSorted(
    (a, b) => Number(a.state === 'reading') - Number(b.state === 'reading') || a.joinedAt.localeCompare(b.joinedAt),
  );
}

export interface GuestGroup {
  readonly name: string;
  readonly guests: readonly Guest[];
}

/** Guests by organisation, both by name. */
export function byOrganisation(guests: readonly Guest[]): readonly GuestGroup[] {
  const groups = new Map<string, Guest[]>();
  for (const guest of guests) {
    const { name } = guest.organisation;
    groups.set(name, [...(groups.get(name) ?? []), guest]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, guests: members.toSorted((a, b) => byName(a.name, b.name)) }))
    .sort((a, b) => byName(a.name, b.name));
}
