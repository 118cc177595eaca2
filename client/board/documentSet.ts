import * as Y from 'yjs';
import { type DocumentRef, documentKey, FRAME } from '../../shared/board/documentRef.ts';
import type { BoardReader } from '../../shared/doc/boardReader.ts';
import { parseDocumentName } from '../../shared/doc/names.ts';
import type { BoardDocument } from '../../shared/protocol/api.ts';
import { type DocumentSlot, documentSlot } from './documentSlot.ts';
import type { LiveSocket } from './liveSocket.ts';
import type { BoardKeeper } from './offline/boardKeeper.ts';
import type { RestartReason } from './restartReason.ts';
import type { SetAside } from './setAside.ts';
import type { Waiting } from './waiting.ts';

/** How long a denied document is left alone before a fresh look at the board's details opens it again. */
const DENIED_PAUSE = 5_000;

/** What a set of documents tells the board. */
export interface DocumentSetHandlers {
  readonly reader: BoardReader;
  /** The handshake, asked for at each opening. */
  readonly token: () => string;
  /** The board's generation. */
  readonly generation: () => number;
  /** States or rights changed. */
  readonly onChange: () => void;
  /** What is not acknowledged changed. */
  readonly onWaiting: () => void;
  /** Something came from the server into a document that is shown. */
  readonly onArrived: () => void;
  readonly onSetAside: (
    ref: DocumentRef,
    reason: RestartReason,
    waiting: Waiting,
    old: Y.Doc,
    fresh: Y.Doc | undefined,
    id?: string,
  ) => SetAside | undefined;
  readonly onDenied: (ref: DocumentRef, reason: string) => void;
  readonly onNotice: (payload: string) => void;
}

/** The documents of one board, each in its own slot. */
export interface DocumentSet {
  /** Opens what is new and closes what is gone. */
  readonly follow: (documents: readonly BoardDocument[]) => void;
  readonly slot: (ref: DocumentRef) => DocumentSlot | undefined;
  readonly all: () => readonly DocumentSlot[];
  readonly close: () => void;
}

function refOf(document: BoardDocument): DocumentRef | undefined {
  if (document.kind === 'frame') return FRAME;
  const { kind, organisationId } = document;
  return organisationId === undefined ? undefined : { kind, organisationId };
}

/**
 * Opens the documents of one board on one socket.
 * @param keeper keeps them on this device
 */
export function documentSet(socket: LiveSocket, options: DocumentSetHandlers, keeper?: BoardKeeper): DocumentSet {
  const slots = new Map<string, DocumentSlot>();
  const deniedAt = new Map<string, number>();
  let isFirst = true;

  function open(ref: DocumentRef, { name, access }: BoardDocument): void {
    const key = documentKey(ref);
    const slot = documentSlot({
      ref,
      name,
      socket,
      token: options.token,
      generation: options.generation,
      access,
      ...(keeper ? { keeper: keeper.document(name) } : {}),
      hasPresence: ref.kind === 'frame',
      onChange: options.onChange,
      onWaiting: options.onWaiting,
      onArrived: options.onArrived,
      onShow: (doc) => {
        options.reader.attach(ref, doc);
      },
      onSetAside: (reason, waiting, old, fresh, id) => options.onSetAside(ref, reason, waiting, old, fresh, id),
      onDenied: (reason) => {
        deniedAt.set(key, Date.now());
        options.onDenied(ref, reason);
      },
      onNotice: options.onNotice,
    });
    slots.set(key, slot);
  }

  /**
   * A right to read may have ended while nobody looked: what was kept of such a document is closed like any other. What
   * waited in it is set aside, and the rest leaves this device.
   */
  function openGone(wanted: ReadonlyMap<string, DocumentRef>): void {
    for (const name of keeper?.kept ?? []) {
      const ref = parseDocumentName(name)?.ref;
      if (ref && !wanted.has(documentKey(ref))) open(ref, { name, kind: ref.kind, access: 'read' });
    }
  }

  function follow(documents: readonly BoardDocument[]): void {
    const wanted = new Map<string, DocumentRef>();
    for (const document of documents) {
      const ref = refOf(document);
      if (!ref) continue;
      const key = documentKey(ref);
      wanted.set(key, ref);
      const slot = slots.get(key);
      if (!slot) open(ref, document);
      else if (slot.state() === 'denied' && Date.now() - (deniedAt.get(key) ?? 0) > DENIED_PAUSE)
        slot.restart('no-access');
    }
    if (isFirst) openGone(wanted);
    isFirst = false;
    for (const [key, slot] of slots) {
      if (wanted.has(key)) continue;
      slots.delete(key);
      slot.close(true);
      // What may no longer be read is no longer shown.
      options.reader.attach(slot.ref, new Y.Doc());
    }
    options.onChange();
  }

  return {
    follow,
    slot: (ref) => slots.get(documentKey(ref)),
    all: () => [...slots.values()],
    close: () => {
      for (const slot of slots.values()) slot.close(false);
      slots.clear();
    },
  };
}
