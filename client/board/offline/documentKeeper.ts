import * as Y from 'yjs';
import { SCHEMA } from '../../../shared/board/board.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { RestartReason } from '../restartReason.ts';
import type { SetAside } from '../setAside.ts';
import { NOTHING_WAITING, type Waiting } from '../waiting.ts';
import { editId, firstOf, mergeRefusal, waitingIn } from './edits.ts';
import type { OfflineStore } from './offlineStore.ts';
import type { KeptEdit, KeptState } from './records.ts';

/** Pauses before a document is kept again, in milliseconds: after an own edit, and after those of others. */
const KEEP_OWN = 800;
const KEEP_OTHERS = 4_000;
/** Number of waiting edits that are merged into one. */
const MANY = 64;

/** What a document begins with. */
export interface Beginning {
  /** True when the server's state is here, so that the document can be shown before the server answers. */
  readonly hasState: boolean;
  readonly waiting: Waiting;
  /** Time at which the oldest that waits was written. */
  readonly since: number;
  /** Edits that may not be merged: the document with them, to be set aside. */
  readonly leftover?: { readonly reason: RestartReason; readonly waiting: Waiting; readonly old: Y.Doc };
}

const EMPTY: Beginning = { hasState: false, waiting: NOTHING_WAITING, since: 0 };

/** Keeps one document on this device, and what the person wrote into it until the server has acknowledged it. */
export interface DocumentKeeper {
  /** Puts what is kept into a new document, once; later documents of this page begin with nothing. */
  readonly begin: (doc: Y.Doc, generation: number) => Beginning;
  /** Something the person wrote. */
  readonly wrote: (update: Uint8Array, waiting: Waiting, generation: number) => void;
  /** Something that came from the server. */
  readonly received: (update: Uint8Array) => void;
  /** Everything in the document is on the server's disk. */
  readonly acknowledged: (doc: Y.Doc, generation: number) => void;
  /** Of these edits those that this page does not have; they count as its own from now on. */
  readonly adopt: (edits: readonly KeptEdit[], generation: number) => readonly Uint8Array[];
  /** What waits. */
  readonly waiting: () => Waiting;
  /** The id under which what waits is set aside: the same in every tab. */
  readonly setAsideId: () => string | undefined;
  /** What waited was set aside, or there was nothing in it to keep. */
  readonly setAside: (entry: SetAside | undefined) => void;
  /** Keeps nothing of what stands in the document now. */
  readonly stop: () => void;
  /** The document may no longer be read. */
  readonly forget: () => void;
  /** Keeps the document now, if it is due. */
  readonly flush: () => void;
  readonly close: () => void;
}

export interface DocumentKeeperOptions {
  readonly store: OfflineStore;
  readonly boardId: Id;
  readonly document: string;
  readonly state: KeptState | undefined;
  readonly edits: readonly KeptEdit[];
  /** An edit was put away. */
  readonly onKept: () => void;
  /** Something was set aside, or there was nothing to keep of it; `isKept` says whether this device could keep that. */
  readonly onSetAside: (entry: SetAside | undefined, isKept: Promise<boolean>) => void;
}

type Held = Pick<KeptEdit, 'first' | 'waiting' | 'update'>;

export function documentKeeper(options: DocumentKeeperOptions): DocumentKeeper {
  const { store, boardId, document } = options;
  let kept: Pick<DocumentKeeperOptions, 'state' | 'edits'> | undefined = options;
  /** Edits in the document that the server has not acknowledged. */
  const held = new Map<string, Held>();
  /** Edits that are on their way out of the store: who looked into it just before finds them still there. */
  const leaving = new Set<string>();
  /** What the server has and the kept state has not: an edit is put away with what it may rest on. */
  let unkept: Uint8Array[] = [];
  let known: { readonly doc: Y.Doc; readonly generation: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let isCompacting = false;
  /** A fresh document is coming, and what is written still goes into the one before. */
  let isRestarting = false;
  /** The generation in which the document was kept before: in that it can be shown without a network. */
  let keptGeneration = options.state?.schema === SCHEMA ? options.state.generation : undefined;

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    // What waits is not the server's: the next acknowledgement comes back here.
    if (!known || held.size > 0 || dueAt === Number.POSITIVE_INFINITY) return;
    dueAt = Number.POSITIVE_INFINITY;
    keptGeneration = known.generation;
    const state = Y.encodeStateAsUpdate(known.doc);
    unkept = [];
    void store.putState({ boardId, document, generation: known.generation, schema: SCHEMA, state });
  }

  function keepWithin(pause: number): void {
    const at = Date.now() + pause;
    if (at >= dueAt) return;
    dueAt = at;
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  }

  async function compact(): Promise<void> {
    isCompacting = true;
    const ids = [...held.keys()];
    const merged = await store.compact(ids, editId(Date.now()));
    isCompacting = false;
    if (!merged) return;
    // What was acknowledged or set aside meanwhile took its parts along; the whole goes the same way.
    const isHeld = merged.covers.some((id) => held.has(id));
    for (const id of merged.covers) held.delete(id);
    if (isHeld) held.set(merged.id, merged);
    else leave([merged.id], store.dropEdits([merged.id]));
  }

  function begin(doc: Y.Doc, generation: number): Beginning {
    const { state, edits = [] } = kept ?? {};
    isRestarting = kept === undefined;
    kept = undefined;
    unkept = [];
    if (!state && edits.length === 0) return EMPTY;
    const refusal = mergeRefusal(edits, { generation, schema: SCHEMA }, Date.now());
    const isPresent = state?.generation === generation && state.schema === SCHEMA;
    for (const edit of edits) held.set(edit.id, edit);
    const waiting = waitingIn(edits);
    if (state && isPresent) Y.applyUpdate(doc, state.state, 'kept');
    if (refusal !== undefined) {
      const old = new Y.Doc();
      if (state) Y.applyUpdate(old, state.state);
      for (const edit of edits) Y.applyUpdate(old, edit.update);
      return { ...EMPTY, hasState: isPresent, leftover: { reason: refusal, waiting, old } };
    }
    for (const edit of edits) Y.applyUpdate(doc, edit.update, 'kept');
    return { hasState: isPresent, waiting, since: Math.min(...edits.map((edit) => edit.at)) };
  }

  function wrote(update: Uint8Array, waiting: Waiting, generation: number): void {
    const now = Date.now();
    const id = editId(now);
    const base = isRestarting ? [] : unkept;
    const whole = base.length > 0 ? Y.mergeUpdates([...base, update]) : update;
    if (!isRestarting) unkept = [];
    held.set(id, { first: id, waiting, update: whole });
    const edit = { id, first: id, covers: [], boardId, document, generation, schema: SCHEMA, at: now };
    void store.putEdit({ ...edit, update: whole, waiting }).then(options.onKept);
    if (held.size > MANY && !isCompacting) void compact();
  }

  /** Keeps the document that was known no more. */
  function leaveKnown(): void {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    known = undefined;
  }

  function stop(): void {
    leaveKnown();
    unkept = [];
  }

  function leave(ids: readonly string[], gone: Promise<unknown>): void {
    for (const id of ids) leaving.add(id);
    void gone.then(() => {
      for (const id of ids) leaving.delete(id);
    });
  }

  function letGo(): string[] {
    const ids = [...held.keys()];
    held.clear();
    return ids;
  }

  return {
    begin,
    wrote,
    received: (update) => {
      unkept.push(update);
      keepWithin(KEEP_OTHERS);
    },
    acknowledged: (doc, generation) => {
      known = { doc, generation };
      isRestarting = false;
      const isOwn = held.size > 0;
      if (isOwn) {
        for (const edit of held.values()) unkept.push(edit.update);
        const ids = letGo();
        leave(ids, store.dropEdits(ids));
      }
      if (Date.now() >= dueAt) keep();
      // At once the first time: with an edit that waits it could not be kept any more, nor shown without a network.
      else keepWithin(keptGeneration !== generation ? 0 : isOwn ? KEEP_OWN : KEEP_OTHERS);
    },
    adopt: (edits, generation) => {
      const fresh = edits.filter(
        (edit) =>
          edit.document === document &&
          edit.generation === generation &&
          edit.schema === SCHEMA &&
          !held.has(edit.id) &&
          !leaving.has(edit.id),
      );
      for (const edit of fresh) {
        for (const id of edit.covers) held.delete(id);
        held.set(edit.id, edit);
      }
      return fresh.map((edit) => edit.update);
    },
    waiting: () => waitingIn(held.values()),
    setAsideId: () => firstOf(held.values()),
    setAside: (entry) => {
      // The document that was kept so far holds what was not taken. The fresh one has come: edits in it rest on that.
      leaveKnown();
      isRestarting = false;
      keptGeneration = undefined;
      const ids = letGo();
      const put = store.putSetAside(entry && { id: entry.id, boardId, entry }, ids);
      leave(ids, put);
      options.onSetAside(entry, put);
    },
    stop,
    forget: () => {
      stop();
      void store.forgetDocument(boardId, document);
    },
    flush: keep,
    close: () => {
      keep();
      known = undefined;
    },
  };
}
