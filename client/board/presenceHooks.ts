import type { Id } from '../../shared/board/ids.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import { useLiveBoard } from './liveBoardContext.ts';
import { type At, isSameList, type Person, peopleAt, peopleIn } from './presence.ts';
import type { Carets } from './presenceChannel.ts';
import { useObserved } from './useObserved.ts';

/** Those who have a card or outcome open. */
export function usePeopleAt(id: Id): readonly Person[] {
  return useObserved(useLiveBoard().presence.people, (people) => peopleAt(people, id), isSameList);
}

/** Those whose cursor stands in a field. */
export function usePeopleIn(id: Id, field: string): readonly Person[] {
  return useObserved(useLiveBoard().presence.people, (people) => peopleIn(people, id, field), isSameList);
}

export interface PresentOrganisation {
  readonly organisationId: Id;
  readonly people: readonly Person[];
}

/** The others by organisation, in order of the organisations' ids. */
export function usePresenceOrganisations(): readonly PresentOrganisation[] {
  return useObserved(
    useLiveBoard().presence.people,
    (people) => {
      const ids = [...new Set(people.map((person) => person.organisationId))].sort();
      return ids.map((organisationId) => ({
        organisationId,
        people: people.filter((person) => person.organisationId === organisationId),
      }));
    },
    isSameValue,
  );
}

/** Says where this person is; undefined: on the board as a whole. */
export function useSetPresence(): (at: At | undefined) => void {
  return useLiveBoard().presence.setAt;
}

/** The presence on which carets travel; another one when the frame is started afresh. */
export function useCarets(): Carets | undefined {
  return useObserved(useLiveBoard().presence.carets, (carets) => carets);
}
