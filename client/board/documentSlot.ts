import { HocuspocusProvider, MessageType } from '@hocuspocus/provider';
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { dirtyOf } from '../../shared/doc/dirty.ts';
import { FRAME_COLLECTIONS, PARTY_COLLECTIONS } from '../../shared/doc/layout.ts';
import type { LiveSocket } from './liveSocket.ts';
import { addWaiting, NOTHING_WAITING, type Waiting } from './waiting.ts';

/** Why a document was started afresh, or set aside for good. */
export type RestartReason = 'refused' | 'older-generation' | 'newer-server' | 'malformed' | 'too-large' | 'no-access';

/** `opening`: nothing to show yet. `restarting`: what is shown is no longer connected. */
export type SlotState = 'opening' | 'open' | 'restarting' | 'denied' | 'closed';

export interface SlotOptions {
  readonly ref: DocumentRef;
  /** Name on the wire. */
  readonly name: string;
  readonly socket: LiveSocket;
  /** The handshake, asked for at each opening. */
  readonly token: () => string;
  /** Presence travels on one document of a board only. */
  readonly hasPresence: boolean;
  /** State or rights changed. */
  readonly onChange: () => void;
  /** What is not acknowledged changed. */
  readonly onWaiting: () => void;
  /** A document is to be shown in place of the earlier one. */
  readonly onShow: (doc: Y.Doc) => void;
  /** What the server did not take: the old document, and the fresh one unless reading ended. */
  readonly onSetAside: (reason: RestartReason, waiting: Waiting, old: Y.Doc, fresh: Y.Doc | undefined) => void;
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
  readonly close: () => void;
}

const COLLECTIONS: readonly string[] = [...FRAME_COLLECTIONS, ...PARTY_COLLECTIONS];
/** How long the server may take to close a document before the whole connection is given up. */
const CLOSE_PATIENCE = 5_000;
/** Pause before asking again for a document that the server closed by itself, doubled each time up to the last. */
const REOPEN = { first: 200, most: 10_000 } as const;

interface Frame {
  readonly name: string;
  readonly type: number;
  /** True for a sync status that says no. */
  readonly isRefusal: boolean;
}

function readFrame(data: ArrayBuffer): Frame | undefined {
  // A ping is the bare type, without a document's name.
  if (data.byteLength <= 1) return undefined;
  const decoder = createDecoder(new Uint8Array(data));
  const name = readVarString(decoder);
  const type = readVarUint(decoder);
  return { name, type, isRefusal: type === MessageType.SyncStatus && readVarInt(decoder) === 0 };
}

/** Opens a document and keeps it open. */
export function documentSlot(options: SlotOptions): DocumentSlot {
  const { name, socket } = options;
  let state: SlotState = 'opening';
  let version = 0;
  let shown: Y.Doc | undefined;
  let shownWaiting: Waiting = NOTHING_WAITING;
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
    shownWaiting = next;
    options.onWaiting();
  }

  /** Takes what the server has: at the first answer, and again after a restart. */
  function show(doc: Y.Doc): void {
    if (shown === doc) {
      if (state === 'opening') setState('open');
      return;
    }
    const old = shown;
    const lost = shownWaiting;
    shown = doc;
    shownWaiting = NOTHING_WAITING;
    version += 1;
    state = 'open';
    options.onShow(doc);
    if (old) {
      if (lost !== NOTHING_WAITING) options.onSetAside(restartedFor, lost, old, doc);
      old.destroy();
    }
    options.onChange();
  }

  function open(): void {
    const doc = new Y.Doc();
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
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      // Also what is written in the moment between a refusal and the fresh document: it is set aside with the rest.
      if (!transaction.local || transaction.changed.size === 0 || doc !== shown) return;
      setWaiting(
        addWaiting(
          shownWaiting,
          dirtyOf(transaction, (root) => COLLECTIONS.includes(root)),
        ),
      );
    });
    provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number === 0 && isCurrent() && shown === doc) setWaiting(NOTHING_WAITING);
    });
    provider.on('authenticated', (event: { scope: 'read-write' | 'readonly' }) => {
      if (!isCurrent()) return;
      scope = event.scope;
      options.onChange();
    });
    provider.on('synced', () => {
      if (!isCurrent()) return;
      reopenDelay = REOPEN.first;
      show(doc);
    });
    provider.on('stateless', ({ payload }: { payload: string }) => options.onNotice(payload));
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      if (isCurrent()) deny(reason);
    });
    provider.on('message', ({ event }: { event: MessageEvent<ArrayBuffer> }) => {
      const frame = isCurrent() ? readFrame(event.data) : undefined;
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
    if (doc !== shown) doc.destroy();
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
      const frame = readFrame(event.data);
      if (frame?.name === name && frame.type === MessageType.CLOSE) onClosed();
    };
    const timer = setTimeout(() => socket.abandon(), CLOSE_PATIENCE);
    stopWaiting = stop;
    socket.on('message', onMessage);
    socket.on('close', onClosed);
  }

  function restart(reason: RestartReason): void {
    if (state === 'closed' || (state === 'restarting' && stopWaiting)) return;
    const wasDenied = state === 'denied';
    restartedFor = reason;
    scope = undefined;
    drop(wasDenied);
    setState(shown ? 'restarting' : 'opening');
    if (wasDenied) open();
    else whenClosedThere(open);
  }

  function deny(reason: string): void {
    scope = undefined;
    drop(true);
    setState('denied');
    options.onDenied(reason);
  }

  function close(): void {
    drop(false);
    if (shown && shownWaiting !== NOTHING_WAITING) options.onSetAside('no-access', shownWaiting, shown, undefined);
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
    waiting: () => shownWaiting,
    ask: () => {
      const encoder = createEncoder();
      writeVarString(encoder, name);
      writeVarUint(encoder, MessageType.QueryAwareness);
      if (current?.provider.isAuthenticated) socket.send(toUint8Array(encoder));
    },
    restart,
    close,
  };
}
