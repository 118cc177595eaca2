import type { BoardSettings } from '../../../shared/access/boardSettings.ts';
import type { Participant } from '../../../shared/access/documentAccess.ts';
import { mayChangeRole, mayRemove } from '../../../shared/access/peopleActions.ts';
import { ROLES, type Role } from '../../../shared/access/roles.ts';
import type { Participant as Person } from '../../../shared/protocol/people.ts';

/** What someone may do with a person on the board; the server decides by the same table. */
export interface PersonRights {
  /** Roles to choose from; none where they may not change it. */
  readonly roles: readonly Role[];
  readonly remove: boolean;
  readonly appoint: boolean;
}

/** @param hasContact whether the person's organisation has a contact */
export function personRights(
  viewer: Participant,
  person: Person,
  hasContact: boolean,
  settings: BoardSettings,
): PersonRights {
  const { role, isContact } = person;
  const isAlsoOurs = person.alsoFor.some(({ id }) => id === viewer.organisationId);
  if (viewer.role !== 'facilitator' && isAlsoOurs) {
    // In our hat, which they do not wear now; what they are in it is told to nobody.
    const ours = { organisationId: viewer.organisationId, role: 'member', isContact: false } as const;
    return { roles: [], remove: mayRemove(viewer, ours, settings), appoint: false };
  }
  const target = { organisationId: person.organisation.id, role, isContact };
  const roles = ROLES.filter((next) => next === role || mayChangeRole(viewer, target, next, hasContact, settings));
  return {
    roles: roles.length > 1 ? roles : [],
    remove: mayRemove(viewer, target, settings),
    appoint: viewer.role === 'facilitator',
  };
}
