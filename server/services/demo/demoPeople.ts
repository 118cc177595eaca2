import type { Role } from '../../../shared/access/roles.ts';

/** People of the demo, invented; `.example` is a domain that nobody can have. */
export const DEMO_PEOPLE = [
  { label: 'begeleider', role: 'facilitator', name: 'Bea Begeleider', email: 'begeleider@demo.example' },
  { label: 'lid', role: 'member', name: 'Lars Lid', email: 'lid@demo.example' },
  { label: 'lezer', role: 'viewer', name: 'Lea Lezer', email: 'lezer@demo.example' },
] as const satisfies readonly {
  readonly label: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}[];

export type DemoPerson = (typeof DEMO_PEOPLE)[number];
