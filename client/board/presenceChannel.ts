import type { Awareness } from 'y-protocols/awareness';
import type { Id } from '../../shared/board/ids.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import { type Observable, observable } from './observable.ts';
import { type At, type Person, peopleOf } from './presence.ts';

/** The frame's presence, for carets in texts of any document. */
export interface Carets {
  readonly awareness: Awareness;
  /** Our own id in it: not that of the text's document. */
  readonly clientId: number;
}

export interface PresenceChannel {
  readonly people: Observable<readonly Person[]>;
  readonly carets: Observable<Carets | undefined>;
  readonly setAt: (at: At | undefined) => void;
  /** Uses this presence from now on; a document that starts afresh brings another. */
  readonly use: (awareness: Awareness | undefined) => void;
  readonly close: () => void;
}

/** Presence of a board: one state for each tab, on the frame only. */
export function presenceChannel(userId: Id | undefined): PresenceChannel {
  const people = observable<readonly Person[]>([]);
  const carets = observable<Carets | undefined>(undefined);
  let at: At | undefined;

  function read(): void {
    const awareness = carets.get()?.awareness;
    const states = awareness?.getStates() ?? new Map<number, unknown>();
    people.set(peopleOf(states, { clientId: awareness?.clientID ?? 0, userId }, people.get()));
  }

  function use(awareness: Awareness | undefined): void {
    const before = carets.get()?.awareness;
    if (awareness === before) return;
    before?.off('change', read);
    awareness?.on('change', read);
    awareness?.setLocalState({ at: at ?? null });
    carets.set(awareness && { awareness, clientId: awareness.clientID });
    read();
  }

  function setAt(next: At | undefined): void {
    if (isSameValue(at, next)) return;
    at = next;
    carets.get()?.awareness.setLocalStateField('at', at ?? null);
  }

  /** A page that comes back from the browser's memory had taken its presence away when it left. */
  function onPageShow(): void {
    const awareness = carets.get()?.awareness;
    if (awareness?.getLocalState() === null) awareness.setLocalState({ at: at ?? null });
  }

  window.addEventListener('pageshow', onPageShow);
  return {
    people,
    carets,
    setAt,
    use,
    close: () => {
      window.removeEventListener('pageshow', onPageShow);
      use(undefined);
    },
  };
}
