import type * as Y from 'yjs';
import { type BoardSettings, DEFAULT_SETTINGS } from '../../shared/access/boardSettings.ts';
import { mayArchive } from '../../shared/access/mayArchive.ts';
import { writeRefusal as refusalOf } from '../../shared/access/writeRefusal.ts';
import { SCHEMA } from '../../shared/board/board.ts';
import { type DocumentRef, documentKey, documentOf, FRAME, ownerOf } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { RefusalCode } from '../../shared/commands/command.ts';
import { boardReader } from '../../shared/doc/boardReader.ts';
import { fragmentName, type TextRef } from '../../shared/doc/layout.ts';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import type { Handshake, ServerNotice } from '../../shared/protocol/live.ts';
import { applySetAside } from './applySetAside.ts';
import { afterDenied, type BoardStatus, type EndReason, nextStatus } from './boardStatus.ts';
import { boardStore } from './boardStore.ts';
import { commandRunner } from './commandRunner.ts';
import type { DocumentSet, DocumentSetHandlers } from './documentSet.ts';
import { emitter } from './emitter.ts';
import { hasArrived } from './hasArrived.ts';
import type { LiveBoard, LiveBoardEvents, LiveFragment } from './liveBoard.ts';
import { newId } from './newId.ts';
import { observable } from './observable.ts';
import type { BoardKeeper } from './offline/boardKeeper.ts';
import { presenceChannel } from './presenceChannel.ts';
import type { RestartReason } from './restartReason.ts';
import { type Connection, isSameSaveState, type SaveState, saveState } from './saveState.ts';
import { type SetAside, type SetAsideItem, setAsideItems, withItems } from './setAside.ts';
import { type TitledCollection, titleWatch } from './titleWatch.ts';
import { type Waiting, waitingCount } from './waiting.ts';
import { warnBeforeLeaving } from './warnBeforeLeaving.ts';

/** How long a board that ended again is left alone, where the details and the live server do not say the same. */
const REVIVE_PAUSE = 5_000;

export interface BoardSessionOptions {
  readonly detail: BoardDetail;
  /** The person at the screen, who is not among the others in other tabs of theirs. */
  readonly userId: Id | undefined;
  /** Keeps the board on this device; absent where nothing is kept. */
  readonly keeper?: BoardKeeper;
  readonly openDocuments: (handlers: DocumentSetHandlers) => DocumentSet;
  /** The board's details are to be fetched again and given to `update`. */
  readonly onStale: () => void;
  /** The board ended: stop connecting. */
  readonly onEnd: () => void;
  /** Details came for a board that had ended: connect again. */
  readonly onRevive: () => void;
}

/** A board apart from the connection that carries it. */
export interface BoardSession extends LiveBoard {
  readonly documents: DocumentSet;
  readonly setConnection: (connection: Connection) => void;
  /** The server's store fails or works again. */
  readonly setStoreDown: (isDown: boolean) => void;
  readonly isStoreDown: () => boolean;
}

/** Puts a board together from its documents. */
export function boardSession(options: BoardSessionOptions): BoardSession {
  const { keeper } = options;
  const detail = observable(options.detail);
  const status = observable<BoardStatus>({ phase: 'loading' });
  const connection = observable<Connection>('connecting');
  const setAside = observable<readonly SetAside[]>(keeper?.setAside ?? []);
  const nearlyFull = observable<readonly string[]>([]);
  const saved = observable<SaveState>({ state: 'saved', waiting: 0 }, isSameSaveState);
  const revision = observable(0);
  const events = emitter<LiveBoardEvents>();
  const reader = boardReader();
  const store = boardStore(reader);
  const presence = presenceChannel(options.userId);
  const titles = titleWatch();
  let isStoreDown = false;
  let revivedAt = 0;
  let reviveTimer: ReturnType<typeof setTimeout> | undefined;

  store.hold(true);
  const documents = options.openDocuments({
    reader,
    token: () => JSON.stringify({ generation: detail.get().generation, schema: SCHEMA } satisfies Handshake),
    generation: () => detail.get().generation,
    onChange: settle,
    onWaiting: () => {
      letGoOfArrived();
      count();
    },
    onArrived: letGoOfArrived,
    onSetAside: keep,
    onDenied: (ref, reason) => {
      const after = afterDenied(reason, ref.kind === 'frame');
      if (after.kind === 'end') end(after.reason);
      else options.onStale();
    },
    onNotice: (payload) => {
      const notice = JSON.parse(payload) as ServerNotice;
      if (notice.type === 'boardChanged') options.onStale();
      else if (notice.type === 'documentNearlyFull')
        nearlyFull.set([...new Set([...nearlyFull.get(), notice.document])]);
      else setStoreDown(notice.type === 'storeUnavailable');
    },
  });

  /** Says anew what is saved. */
  function count(): void {
    const now = status.get();
    const isHandedOver = now.phase === 'ended' && now.reason === 'newer-server';
    const slots = isHandedOver ? [] : documents.all();
    const waiting = slots.reduce((sum, slot) => sum + waitingCount(slot.waiting()), 0);
    saved.set(
      saveState({
        connection: connection.get(),
        waiting,
        storeDown: isStoreDown,
        setAside: setAside.get().reduce((sum, entry) => sum + entry.items.length, 0),
        ended: now.phase === 'ended',
      }),
    );
  }

  /** Brings everything that follows from the documents' states up to date. */
  function settle(): void {
    const states = documents.all().map((slot) => slot.state());
    status.set(nextStatus(status.get(), states));
    if (status.get().phase !== 'loading') store.hold(false);
    presence.use(documents.slot(FRAME)?.awareness());
    revision.set(revision.get() + 1);
    letGoOfArrived();
    count();
  }

  function keep(
    ref: DocumentRef,
    reason: RestartReason,
    waiting: Waiting,
    old: Y.Doc,
    fresh?: Y.Doc,
    id = newId(),
  ): SetAside | undefined {
    const { outcomes, organisations } = reader.board();
    const titleOf = (record: Id): string => outcomes.get(record)?.title ?? organisations.get(record)?.name ?? '';
    const items = setAsideItems(waiting, old, fresh, titleOf);
    if (items.length === 0) return undefined;
    const organisationId = ownerOf(ref);
    const owner = organisationId === undefined ? {} : { organisationId };
    const entry: SetAside = { id, at: new Date().toISOString(), document: ref, ...owner, reason, items };
    setAside.set([...setAside.get().filter((known) => known.id !== id), entry]);
    events.emit('setAside', entry);
    count();
    return entry;
  }

  /** An entry goes with its last item. */
  function keepItems(id: string, isKept: (item: SetAsideItem) => boolean): void {
    setAside.set(withItems(setAside.get(), id, isKept));
    const rest = setAside.get().find((entry) => entry.id === id);
    if (rest) keeper?.putSetAside(rest);
    else keeper?.dropSetAside(id);
    count();
  }

  /** Lets go of what stands on the board after all. Not where something waits: what stands there may be this page's own. */
  function letGoOfArrived(): void {
    for (const { id, document, items } of setAside.get()) {
      const slot = documents.slot(document);
      const doc = slot?.doc();
      if (!doc || slot?.state() !== 'open' || waitingCount(slot.waiting()) > 0) continue;
      const arrived = new Set(items.filter((item) => hasArrived(item, doc)));
      if (arrived.size > 0) keepItems(id, (item) => !arrived.has(item));
    }
  }

  function setStoreDown(isDown: boolean): void {
    isStoreDown = isDown;
    count();
  }

  function end(reason: EndReason): void {
    const now = status.get();
    if (now.phase === 'ended' && now.reason === reason) return;
    status.set({ phase: 'ended', reason });
    options.onEnd();
    if (reason === 'no-access') keeper?.forget();
    // Loading the page again is the only way on, so what waits is handed over now.
    if (reason === 'newer-server') {
      for (const slot of documents.all()) {
        const doc = slot.doc();
        if (doc) slot.handedOver(keep(slot.ref, reason, slot.waiting(), doc, undefined, slot.setAsideId()));
      }
    }
    settle();
  }

  function askAgain(): void {
    reviveTimer = undefined;
    revivedAt = 0;
    options.onStale();
  }

  /** A board that ended for want of rights goes on when its details can be had again. */
  function revive(): void {
    const now = status.get();
    if (now.phase !== 'ended' || (now.reason !== 'no-access' && now.reason !== 'signed-out')) return;
    const pause = revivedAt + REVIVE_PAUSE - Date.now();
    if (pause > 0) {
      // Details that come too soon are not acted on; they are asked for again when they may be.
      reviveTimer ??= setTimeout(askAgain, Math.min(pause, REVIVE_PAUSE));
      return;
    }
    revivedAt = Date.now();
    status.set({ phase: 'loading' });
    options.onRevive();
    settle();
  }

  /** Details that an earlier version of the product kept on this device have none. */
  function settings(): BoardSettings {
    return detail.get().settings ?? DEFAULT_SETTINGS;
  }

  function writeRefusal(ref: DocumentRef): RefusalCode | undefined {
    const { role, organisation, mode, closedAt, documents: listed } = detail.get();
    const seesDrafts = listed.some(({ kind }) => kind === 'draft');
    const me = { role, organisationId: organisation.id, seesDrafts };
    const code = refusalOf(me, ref, closedAt === null ? mode : 'closed', settings());
    if (code !== undefined) return code;
    const isOpen = status.get().phase !== 'ended' && documents.slot(ref)?.isWritable() === true;
    return isOpen ? undefined : 'readOnly';
  }

  const commands = commandRunner({
    board: reader.board,
    organisationId: () => detail.get().organisation.id,
    writeRefusal,
    mayArchive: () => mayArchive(detail.get().role, settings()),
    docOf: (ref) => documents.slot(ref)?.doc(),
    written: (doc, accepted) => {
      titles.given(doc, accepted.patches, Date.now());
      store.flush();
    },
    undone: (direction, result) => events.emit('undo', { direction, result }),
  });

  function documentFor(collection: TitledCollection | 'plan', id: Id): DocumentRef | undefined {
    if (collection !== 'activities') return FRAME;
    const activity = reader.board().activities.get(id);
    return activity && documentOf(activity);
  }

  function fragment(ref: TextRef): LiveFragment | undefined {
    const document = documentFor(ref.kind === 'activity' ? 'activities' : 'plan', ref.id);
    const slot = document && documents.slot(document);
    const doc = slot?.doc();
    if (!document || !slot || !doc) return undefined;
    const name = fragmentName(ref);
    const owner = ownerOf(document);
    const refusal = writeRefusal(document);
    return {
      key: `${documentKey(document)}#${slot.version()}#${name}`,
      doc,
      fragment: doc.getXmlFragment(name),
      name,
      writable: refusal === undefined,
      ...(refusal === undefined ? {} : { refusal }),
      ...(owner === undefined ? {} : { organisationId: owner }),
    };
  }

  function update(next: BoardDetail): void {
    const before = detail.get();
    revive();
    if (next !== before) detail.set(next);
    if (next.generation !== before.generation) {
      for (const slot of documents.all()) slot.restart('older-generation');
    }
    documents.follow(next.documents);
  }

  function checkTitles(): void {
    const docOf = (collection: TitledCollection, id: Id): Y.Doc | undefined => {
      const document = documentFor(collection, id);
      return document && documents.slot(document)?.doc();
    };
    for (const title of titles.check(docOf, Date.now())) events.emit('titleOverwritten', title);
  }

  function tellRefusal(): void {
    const refusal = commands.refusal.get();
    if (refusal) events.emit('refused', refusal);
  }

  const stops = [warnBeforeLeaving(saved), commands.refusal.subscribe(tellRefusal), store.subscribe(checkTitles)];
  documents.follow(options.detail.documents);
  keeper?.start({
    onEdits: (edits) => {
      for (const slot of documents.all()) slot.adopt(edits);
    },
    onSetAside: (entries) => {
      setAside.set(entries);
      count();
    },
    isOnline: () => connection.get() === 'online',
  });

  return {
    id: options.detail.id,
    detail,
    store,
    status,
    connection,
    saved,
    nearlyFull,
    setAside,
    discardSetAside: (id) => {
      setAside.set(setAside.get().filter((entry) => entry.id !== id));
      keeper?.dropSetAside(id);
      count();
    },
    applySetAside: (entryId, itemId) => {
      const entry = setAside.get().find(({ id }) => id === entryId);
      const item = entry?.items.find(({ id }) => id === itemId);
      if (!entry || !item) return { ok: true };
      const docOf = (ref: DocumentRef): Y.Doc | undefined => documents.slot(ref)?.doc();
      const result = applySetAside({ board: reader.board, commands, writeRefusal, docOf }, entry, item);
      if (result.ok) keepItems(entryId, ({ id }) => id !== itemId);
      return result;
    },
    revision,
    presence,
    commands,
    events,
    writeRefusal,
    fragment,
    update,
    end,
    documents,
    setConnection: (next) => {
      connection.set(next);
      settle();
    },
    setStoreDown,
    isStoreDown: () => isStoreDown,
    close: () => {
      clearTimeout(reviveTimer);
      for (const stop of stops) stop();
      presence.close();
      documents.close();
      keeper?.close();
      store.stop();
    },
  };
}
