import type { Organisation } from '../../../shared/board/board.ts';
import type { People } from '../../../shared/protocol/people.ts';

/** As a reader expects: capitals and accents do not count first. */
const byName = new Intl.Collator('nl').compare;

type Participant = People['participants'][number];

export interface OrganisationPeople {
  readonly id: string;
  readonly name: string;
  readonly people: readonly Participant[];
}

/** People by organisation; organisations and people by name, facilitators first within one. */
export function peopleByOrganisation(participants: readonly Participant[]): OrganisationPeople[] {
  const groups = new Map<string, { id: string; name: string; people: Participant[] }>();
  for (const person of participants) {
    const group = groups.get(person.organisation.id) ?? { ...person.organisation, people: [] };
    group.people.push(person);
    groups.set(group.id, group);
  }
  const rank = (person: Participant) => (person.role === 'facilitator' ? 0 : 1);
  for (const group of groups.values()) {
    group.people.sort((a, b) => rank(a) - rank(b) || byName(a.name, b.name));
  }
  return [...groups.values()].sort((a, b) => byName(a.name, b.name));
}

export interface KnownOrganisation {
  readonly id: string;
  readonly label: string;
  /** Its record on the board, once it has one. */
  readonly record?: Organisation;
}

/** Organisations that can be invited by choosing them: those on the board and those of its people, each once, by name. */
export function knownOrganisations(onBoard: readonly Organisation[], people: People): KnownOrganisation[] {
  const known = new Map<string, KnownOrganisation>();
  // What a guest typed is no organisation yet.
  const vouched = people.participants.filter(({ guest }) => !guest);
  for (const { organisation } of [...vouched, ...people.invitations]) {
    known.set(organisation.id, { id: organisation.id, label: organisation.name });
  }
  for (const record of onBoard) known.set(record.id, { id: record.id, label: record.name, record });
  return [...known.values()].sort((a, b) => byName(a.label, b.label));
}

/** The known organisation with this name, however it is capitalised. */
export function organisationNamed(known: readonly KnownOrganisation[], name: string): KnownOrganisation | undefined {
  const wanted = name.trim().toLocaleLowerCase('nl');
  return known.find((organisation) => organisation.label.toLocaleLowerCase('nl') === wanted);
}
