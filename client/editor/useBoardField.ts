import { useCallback, useMemo } from 'react';
import { isSameValue } from '../../shared/board/sameValue.ts';
import type { RefusalCode } from '../../shared/commands/command.ts';
import type { TextRef } from '../../shared/doc/layout.ts';
import { useBoardIndex, useOrganisations } from '../board/boardHooks.ts';
import { useLiveBoard } from '../board/liveBoardContext.ts';
import { useCarets, usePeopleIn, useSetPresence } from '../board/presenceHooks.ts';
import { useMe } from '../board/rightsHooks.ts';
import { useFragment } from '../board/useFragment.ts';
import { organisationColour } from '../ui/organisationColour.ts';
import { caretChannel } from './caretChannel.ts';
import type { LiveField } from './liveField.ts';
import type { Writer } from './Writers.tsx';

export interface BoardField {
  readonly live: LiveField | undefined;
  readonly refusal: RefusalCode | undefined;
  readonly writers: readonly Writer[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onFocusChange: (focused: boolean) => void;
}

interface Someone {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
}

/** Who is in the field, in words: the organisation, or the person when it is one's own organisation. */
function useLookOf() {
  const { store } = useLiveBoard();
  const { organisationId: mine } = useMe();
  return useCallback(
    ({ name, organisationId }: Someone) => {
      const organisation = store.get().board.organisations.get(organisationId);
      const shown = organisationId === mine ? name : organisation?.name;
      return { name: shown ?? name, colour: organisationColour(organisation?.colour ?? 0) };
    },
    [store, mine],
  );
}

/** A rich-text field of the open board: its text, who is in it, and my own presence in it. */
export function useBoardField(ref: TextRef): BoardField {
  const fragment = useFragment(ref);
  const carets = useCarets();
  const lookOf = useLookOf();
  const setPresence = useSetPresence();
  const people = usePeopleIn(ref.id, ref.field);
  const organisations = useOrganisations();
  const { kind, id, field } = ref;
  const name = fragment?.name ?? '';

  const { presence } = useLiveBoard();
  const channel = useMemo(() => {
    if (!carets) return undefined;
    const subject = kind === 'activity' ? { activityId: id } : { outcomeId: id };
    // My own second tab is among the states, and not among the people.
    const isOther = (someone: Someone) => presence.people.get().some((person) => person.id === someone.id);
    return caretChannel({
      awareness: carets.awareness,
      place: { ...subject, field },
      fragmentName: name,
      lookOf: (someone) => (isOther(someone) ? lookOf(someone) : undefined),
    });
  }, [carets, presence, kind, id, field, name, lookOf]);

  const writers = useBoardIndex(() => people.map((person) => ({ id: person.id, ...lookOf(person) })), isSameValue);

  return {
    live: fragment && { key: fragment.key, fragment: fragment.fragment, carets: channel },
    refusal: fragment?.refusal,
    writers,
    organisations,
    onFocusChange: (focused) => {
      const subject = kind === 'activity' ? { activityId: id } : { outcomeId: id };
      if (focused) setPresence({ ...subject, field });
      // Who has gone on to another field is there already.
      else if (!channel || channel.isHere()) setPresence(subject);
    },
  };
}
