import { HocuspocusProvider, MessageType } from '@hocuspocus/provider';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { dirtyOf } from '../../shared/doc/dirty.ts';
import { FRAME_COLLECTIONS, PARTY_COLLECTIONS } from '../../shared/doc/layout.ts';
import type { LiveSocket } from './liveSocket.ts';
import type { Beginning, DocumentKeeper } from './offline/documentKeeper.ts';
import { isTooOld } from './offline/edits.ts';
import type { KeptEdit } from './offline/records.ts';
import type { RestartReason } from './restartReason.ts';
import type { SetAside } from './setAside.ts';
import { addWaiting, NOTHING_WAITING, type Waiting } from './waiting.ts';
import { readWireFrame } from './wireFrame.ts';

/** `opening`: nothing to show yet. `restarting`: what is shown is no longer connected. */
export type SlotState = 'opening' | 'open' | 'restarting' | 'denied' | 'closed';

export interface SlotOptions {
  readonly ref: DocumentRef;
  /** Name on the wire. */
  readonly name: string;
  readonly socket: LiveSocket;
  /** The handshake, asked for at each opening. */
  readonly token: () => string;
  /** The board's generation, with which a document begins. */
  readonly generation: () => number;
  /** What the board's details say of it, for as long as the server has not. */
  readonly access: 'write' | 'read';
  /** Keeps it on this device; absent where nothing is kept. */
  readonly keeper?: DocumentKeeper;
  /** Presence travels on one document of a board only. */
  readonly hasPresence: boolean;
  /** State or rights changed. */
  readonly onChange: () => void;
  /** What is not acknowledged changed. */
  readonly onWaiting: () => void;
  /** Something came from the server into the document that is shown. */
  readonly onArrived: () => void;
  /** A document is to be shown in place of the earlier one. */
  readonly onShow: (doc: Y.Doc) => void;
  /**
   * What the server did not take: the old document, and the fresh one unless reading ended. Gives what came of it,
   * under the given id; undefined when nothing of it is missing.
   */
  readonly onSetAside: (
    reason: RestartReason,
    waiting: Waiting,
    old: Y.Doc,
    fresh: Y.Doc | undefined,
    id: string | undefined,
  ) => SetAside | undefined;
  /** The server will not open it. */
  readonly onDenied: (reason: string) => void;
  readonly onNotice: (payload: string) => void;
}

/** One document of the set. No Y.Doc of a board lives outside such a slot. */
export interface DocumentSlot {
  readonly ref: DocumentRef;
  readonly name: string;
  readonly state: () => SlotState;
  /** The document to show and to write in; undefined before the first answer of the server. */
  readonly doc: () => Y.Doc | undefined;
  /** Raised each time that another document is shown. */
  readonly version: () => number;
  readonly awareness: () => Awareness | undefined;
  /** The server lets us write, and the document is connected or will be again. */
  readonly isWritable: () => boolean;
  readonly waiting: () => Waiting;
  /** Sends something that the server answers, to hear whether it is there. */
  readonly ask: () => void;
  /** Starts it afresh from the server's state; what was not acknowledged is set aside. */
  readonly restart: (reason: RestartReason) => void;
  /** Takes what this person wrote in other tabs, to bring it to the server from here too. */
  readonly adopt: (edits: readonly KeptEdit[]) => void;
  /** What waits was told elsewhere. */
  readonly handedOver: (entry: SetAside | undefined) => void;
  readonly setAsideId: () => string | undefined;
  /** @param isGone it may no longer be read; what waits is set aside then, and stays on this device otherwise */
  readonly close: (isGone: boolean) => void;
}

/** Origin of what this person wrote in another tab. */
const ADOPTED = 'adopted';
const COLLECTIONS: readonly string[] = [...FRAME_COLLECTIONS, ...PARTY_COLLECTIONS];
/** How long the server may take to close a document before the whole connection is given up. */
const CLOSE_PATIENCE = 5_000;
/** Pause before asking again for a document that the server closed by itself, doubled each time up to the last. */
const REOPEN = { first: 200, most: 10_000 } as const;

/** Opens a document and keeps it open. */
export function documentSlot(options: SlotOptions): DocumentSlot {
  const { name, socket, keeper } = options;
  let state: SlotState = 'opening';
  let version = 0;
  let shown: Y.Doc | undefined;
  let shownWaiting: Waiting = NOTHING_WAITING;
  /** Time at which the oldest that waits was written. */
  let waitsSince = 0;
  let shownGeneration = 0;
  /** What waits in a document that is not shown yet. */
  let beginning: Waiting = NOTHING_WAITING;
  /** What was kept on this device and may not be merged, until there is a document to compare it with. */
  let leftover: Beginning['leftover'];
  let restartedFor: RestartReason = 'refused';
  let scope: 'read-write' | 'readonly' | undefined;
  let current: { readonly doc: Y.Doc; readonly provider: HocuspocusProvider } | undefined;
  let stopWaiting: (() => void) | undefined;
  let reopenTimer: ReturnType<typeof setTimeout> | undefined;
  let reopenDelay: number = REOPEN.first;

  function setState(next: SlotState): void {
    state = next;
    options.onChange();
  }

  function setWaiting(next: Waiting): void {
    if (next === shownWaiting) return;
    if (shownWaiting === NOTHING_WAITING) waitsSince = Date.now();
    shownWaiting = next;
    options.onWaiting();
  }

  function tellSetAside(reason: RestartReason, waiting: Waiting, old: Y.Doc, fresh: Y.Doc | undefined): void {
    const isLost = waiting !== NOTHING_WAITING;
    const entry = isLost ? options.onSetAside(reason, waiting, old, fresh, keeper?.setAsideId()) : undefined;
    keeper?.setAside(entry);
  }

  /** Takes what the server has, or what this device kept of it: at the first answer, and again after a restart. */
  function show(doc: Y.Doc, generation: number): void {
    if (shown === doc) {
      if (state === 'opening') setState('open');
      return;
    }
    const old = shown;
    const lost = shownWaiting;
    shown = doc;
    shownGeneration = generation;
    shownWaiting = beginning;
    beginning = NOTHING_WAITING;
    version += 1;
    state = 'open';
    options.onShow(doc);
    if (old) {
      tellSetAside(restartedFor, lost, old, doc);
      old.destroy();
    }
    if (leftover) {
      tellSetAside(leftover.reason, leftover.waiting, leftover.old, doc);
      leftover.old.destroy();
      leftover = undefined;
    }
    options.onChange();
  }

  /** A document that never came to be shown ends: what was kept in it is told beside the one that comes. */
  function saveBeginning(reason: RestartReason): void {
    if (shown) return;
    if (leftover) leftover = { ...leftover, reason };
    else if (current && beginning !== NOTHING_WAITING) leftover = { reason, waiting: beginning, old: current.doc };
    beginning = NOTHING_WAITING;
  }

  /** Puts in what this device kept, and shows it when the document as the server had it is among that. */
  function begin(doc: Y.Doc, generation: number): void {
    const kept = keeper?.begin(doc, generation);
    if (!kept) return;
    // A document that starts afresh before it was shown begins with nothing; what was kept still waits to be told.
    leftover = kept.leftover ?? leftover;
    beginning = kept.waiting;
    if (kept.hasState) {
      scope = options.access === 'write' ? 'read-write' : 'readonly';
      show(doc, generation);
    }
    if (kept.waiting !== NOTHING_WAITING) waitsSince = kept.since;
  }

  function open(): void {
    const doc = new Y.Doc();
    const generation = options.generation();
    begin(doc, generation);
    const awareness = options.hasPresence ? new Awareness(doc) : null;
    const provider = new HocuspocusProvider({
      name,
      document: doc,
      websocketProvider: socket,
      token: options.token,
      awareness,
    });
    current = { doc, provider };
    const isCurrent = (): boolean => current?.provider === provider;
    doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === provider) {
        keeper?.received(update);
        if (doc === shown) options.onArrived();
      }
      // Also what is written in the moment between a refusal and the fresh document: it is set aside with the rest.
      if (!transaction.local || doc !== shown) return;
      const dirty = dirtyOf(transaction, (root) => COLLECTIONS.includes(root));
      keeper?.wrote(update, addWaiting(NOTHING_WAITING, dirty), generation);
      setWaiting(addWaiting(shownWaiting, dirty));
    });
    provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number > 0 || !isCurrent() || shown !== doc) return;
      keeper?.acknowledged(doc, generation);
      setWaiting(NOTHING_WAITING);
    });
    provider.on('open', () => {
      // Nothing is sent yet: what waited too long, here or on a laptop that slept, is not merged without a word.
      if (!isCurrent() || doc !== shown || shownWaiting === NOTHING_WAITING) return;
      if (isTooOld(waitsSince, Date.now())) restart('too-old', true);
    });
    provider.on('authenticated', (event: { scope: 'read-write' | 'readonly' }) => {
      if (!isCurrent()) return;
      scope = event.scope;
      options.onChange();
    });
    provider.on('synced', () => {
      if (!isCurrent()) return;
      reopenDelay = REOPEN.first;
      show(doc, generation);
      // All of it came from the server.
      if (shownWaiting === NOTHING_WAITING) keeper?.acknowledged(doc, generation);
    });
    provider.on('stateless', ({ payload }: { payload: string }) => options.onNotice(payload));
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      if (isCurrent()) deny(reason);
    });
    provider.on('message', ({ event }: { event: MessageEvent<ArrayBuffer> }) => {
      const frame = isCurrent() ? readWireFrame(event.data) : undefined;
      if (frame?.isRefusal) restart('refused');
      else if (frame?.type === MessageType.CLOSE) reopenLater(provider);
    });
    provider.attach();
    options.onChange();
  }

  /** The server closed this document alone and not because of an edit: ask for it again, with what is waiting. */
  function reopenLater(provider: HocuspocusProvider): void {
    clearTimeout(reopenTimer);
    reopenTimer = setTimeout(() => {
      if (current?.provider !== provider || socket.status !== 'connected') return;
      void provider.onOpen(new Event('open'));
    }, reopenDelay);
    reopenDelay = Math.min(reopenDelay * 2, REOPEN.most);
  }

  /**
   * Ends the current connection of this document.
   * @param isClosedThere the server has none any more: a CLOSE message would wait there and end the next one
   */
  function drop(isClosedThere: boolean): void {
    clearTimeout(reopenTimer);
    stopWaiting?.();
    if (!current) return;
    const { provider, doc } = current;
    current = undefined;
    if (isClosedThere) socket.configuration.providerMap.delete(name);
    provider.destroy();
    if (doc !== shown && doc !== leftover?.old) doc.destroy();
  }

  /** Runs `next` when the server has closed this document; opened at once, it would look synced and receive nothing. */
  function whenClosedThere(next: () => void): void {
    if (socket.status !== 'connected') {
      next();
      return;
    }
    const stop = (): void => {
      stopWaiting = undefined;
      clearTimeout(timer);
      socket.off('message', onMessage);
      socket.off('close', onClosed);
    };
    const onClosed = (): void => {
      stop();
      next();
    };
    const onMessage = (event: MessageEvent<ArrayBuffer>): void => {
      const frame = readWireFrame(event.data);
      if (frame?.name === name && frame.type === MessageType.CLOSE) onClosed();
    };
    const timer = setTimeout(() => socket.abandon(), CLOSE_PATIENCE);
    stopWaiting = stop;
    socket.on('message', onMessage);
    socket.on('close', onClosed);
  }

  /** @param isUnknownThere the server has no connection of this document, and closes none */
  function restart(reason: RestartReason, isUnknownThere = state === 'denied'): void {
    if (state === 'closed' || (state === 'restarting' && stopWaiting)) return;
    restartedFor = reason;
    scope = undefined;
    saveBeginning(reason);
    drop(isUnknownThere);
    setState(shown ? 'restarting' : 'opening');
    if (isUnknownThere) open();
    else whenClosedThere(open);
  }

  function deny(reason: string): void {
    scope = undefined;
    saveBeginning('no-access');
    drop(true);
    setState('denied');
    options.onDenied(reason);
  }

  function adopt(edits: readonly KeptEdit[]): void {
    if (!keeper || !shown || state !== 'open') return;
    const doc = shown;
    const updates = keeper.adopt(edits, shownGeneration);
    if (updates.length === 0) return;
    // Before they are put in: sending them may be answered at once.
    setWaiting(keeper.waiting());
    waitsSince = Math.min(waitsSince, ...edits.map((edit) => edit.at));
    Y.applyUpdate(doc, Y.mergeUpdates([...updates]), ADOPTED);
  }

  function close(isGone: boolean): void {
    if (isGone) saveBeginning('no-access');
    drop(false);
    if (isGone) {
      if (shown) tellSetAside('no-access', shownWaiting, shown, undefined);
      if (leftover) tellSetAside(leftover.reason, leftover.waiting, leftover.old, undefined);
      keeper?.forget();
    }
    leftover?.old.destroy();
    shown?.destroy();
    shown = undefined;
    shownWaiting = NOTHING_WAITING;
    state = 'closed';
  }

  open();
  return {
    ref: options.ref,
    name,
    state: () => state,
    doc: () => shown,
    version: () => version,
    awareness: () => current?.provider.awareness ?? undefined,
    isWritable: () => state === 'open' && scope === 'read-write',
    waiting: () => (shown ? shownWaiting : (leftover?.waiting ?? beginning)),
    ask: () => {
      const encoder = createEncoder();
      writeVarString(encoder, name);
      writeVarUint(encoder, MessageType.QueryAwareness);
      if (current?.provider.isAuthenticated) socket.send(toUint8Array(encoder));
    },
    restart: (reason) => restart(reason),
    adopt,
    handedOver: (entry) => keeper?.setAside(entry),
    setAsideId: () => keeper?.setAsideId(),
    close,
  };
}
