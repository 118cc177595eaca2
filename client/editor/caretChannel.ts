import type { Awareness } from 'y-protocols/awareness';
import { isSameValue } from '../../shared/board/sameValue.ts';

/** A position in a text as Yjs writes it: it stays with its letter while others write. */
export type JsonPosition = object;

/** Where a caret stands; both ends are the same where nothing is selected. */
export interface Cursor {
  readonly anchor: JsonPosition;
  readonly head: JsonPosition;
}

/** Someone else's caret: whose it is, and where. */
export interface Caret {
  readonly name: string;
  readonly colour: number;
  readonly cursor: Cursor;
}

/** Which text a caret stands in, as presence says it. */
export interface CaretPlace {
  readonly activityId?: string;
  readonly outcomeId?: string;
  readonly field: string;
}

export interface CaretChannelOptions {
  /** Presence of the whole board: it travels on the frame's document. */
  readonly awareness: Awareness;
  readonly place: CaretPlace;
  /** Name of the fragment: a position that names another root is no position in this text. */
  readonly fragmentName: string;
  /** What to write at someone's caret, and in which colour; undefined for one that is not shown. */
  readonly lookOf: (user: {
    readonly id: string;
    readonly name: string;
    readonly organisationId: string;
  }) => { readonly name: string; readonly colour: number } | undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isItemId(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  const [client, clock] = [field(value, 'client'), field(value, 'clock')];
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock) && Number(client) >= 0 && Number(clock) >= 0;
}

/** Presence is what another program says: only what has the shape of a position may reach Yjs. */
function position(value: unknown, fragmentName: string): JsonPosition | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const root = field(value, 'tname');
  const isHere = root === null || root === undefined || root === fragmentName;
  const isPlace = isHere && isItemId(field(value, 'type')) && isItemId(field(value, 'item'));
  const isSomewhere = Boolean(root) || Boolean(field(value, 'type')) || Boolean(field(value, 'item'));
  return isPlace && isSomewhere ? value : undefined;
}

function isAt(at: unknown, place: CaretPlace): boolean {
  return (
    field(at, 'field') === place.field &&
    (field(at, 'activityId') ?? undefined) === place.activityId &&
    (field(at, 'outcomeId') ?? undefined) === place.outcomeId
  );
}

/** Presence as one text sees it: the others whose caret stands in it, and a place for my own. */
export interface CaretChannel {
  /** Carets of others in this text, by their id in presence. Never my own. */
  readonly others: () => ReadonlyMap<number, Caret>;
  /** True while presence says that I am in this text. */
  readonly isHere: () => boolean;
  /** Says where my caret stands; undefined takes it away. */
  readonly setCursor: (cursor: Cursor | undefined) => void;
  /** Calls the listener when presence changed; gives how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Carets travel on the presence of the frame while the texts stand in other documents: whose caret is mine is told by
 * the id in presence, and in which text it stands by the place that is said with it.
 */
export function caretChannel({ awareness, place, fragmentName, lookOf }: CaretChannelOptions): CaretChannel {
  const isHere = (): boolean => isAt(awareness.getLocalState()?.['at'], place);

  const caretOf = (state: unknown): Caret | undefined => {
    if (!isAt(field(state, 'at'), place)) return undefined;
    const cursor = field(state, 'cursor');
    const anchor = position(field(cursor, 'anchor'), fragmentName);
    const head = position(field(cursor, 'head'), fragmentName);
    const user = field(state, 'user');
    const [id, name, organisationId] = ['id', 'name', 'organisationId'].map((key) => field(user, key));
    if (!anchor || !head || typeof id !== 'string' || typeof organisationId !== 'string') return undefined;
    const look = lookOf({ id, name: typeof name === 'string' ? name : '', organisationId });
    return look && { ...look, cursor: { anchor, head } };
  };

  return {
    isHere,
    others() {
      const carets = new Map<number, Caret>();
      for (const [clientId, state] of awareness.getStates()) {
        const caret = clientId === awareness.clientID ? undefined : caretOf(state);
        if (caret) carets.set(clientId, caret);
      }
      return carets;
    },
    setCursor(cursor) {
      // An editor that goes must not take away the caret of the one that has come.
      if (cursor === undefined && !isHere()) return;
      const now = cursor ?? null;
      if (!isSameValue(awareness.getLocalState()?.['cursor'] ?? null, now)) awareness.setLocalStateField('cursor', now);
    },
    subscribe(listener) {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
  };
}
