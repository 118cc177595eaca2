import type { Id } from '../../../shared/board/ids.ts';
import type { SetAside } from '../setAside.ts';
import { type DocumentKeeper, documentKeeper } from './documentKeeper.ts';
import { type KeptBoard, type KeptEdit, NOTHING_KEPT } from './records.ts';
import { storeOf } from './stores.ts';

/** How often a look is taken for what a tab that is gone left behind, and how old that must be, in milliseconds. */
const LOOK = 5_000;
const LEFT_BEHIND = 3_000;

export interface BoardKeeperHandlers {
  /** Edits of other tabs of this person that may not have reached the server. */
  readonly onEdits: (edits: readonly KeptEdit[]) => void;
  /** What is set aside changed in another tab. */
  readonly onSetAside: (entries: readonly SetAside[]) => void;
  readonly isOnline: () => boolean;
}

/** Keeps one board on this device, together with the other tabs of this person. */
export interface BoardKeeper {
  /** What was set aside earlier. */
  readonly setAside: readonly SetAside[];
  /** Names of the documents of which something was kept earlier. */
  readonly kept: readonly string[];
  readonly document: (name: string) => DocumentKeeper;
  readonly dropSetAside: (id: string) => void;
  /** One that has fewer items than before: the others were applied. */
  readonly putSetAside: (entry: SetAside) => void;
  /** The person is no longer on the board. */
  readonly forget: () => void;
  /** From now on listens to the other tabs. */
  readonly start: (handlers: BoardKeeperHandlers) => void;
  readonly close: () => void;
}

/** Reads what this device keeps of a board. */
export async function openBoardKeeper(userId: Id, boardId: Id): Promise<BoardKeeper> {
  return boardKeeper(userId, boardId, await storeOf(userId).load(boardId));
}

function boardKeeper(userId: Id, boardId: Id, kept: KeptBoard): BoardKeeper {
  const store = storeOf(userId);
  const keepers = new Map<string, DocumentKeeper>();
  /** Set aside here, and not in the store yet, or never where this device can keep no more. */
  const unkept = new Map<string, SetAside>();
  let channel: BroadcastChannel | undefined;
  let handlers: BoardKeeperHandlers | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  async function look(isAsked: boolean): Promise<void> {
    const edits = await store.edits(boardId);
    const before = Date.now() - LEFT_BEHIND;
    const found = edits.filter((edit) => isAsked || edit.at < before);
    if (found.length > 0) handlers?.onEdits(found);
    if (!isAsked) return;
    const now = await store.load(boardId);
    // Where the store cannot be read, what this tab has in memory stands.
    if (now === NOTHING_KEPT) return;
    const others = now.setAside.filter(({ id }) => !unkept.has(id));
    handlers?.onSetAside([...others, ...unkept.values()]);
  }

  const tell = (): void => channel?.postMessage('look');
  /** Also looks here: a look that began before may have found what was there before. */
  const tellAll = (): void => {
    tell();
    void look(true);
  };
  const flush = (): void => {
    if (globalThis.document.visibilityState === 'hidden') for (const keeper of keepers.values()) keeper.flush();
  };

  return {
    setAside: kept.setAside,
    kept: [...new Set([...kept.states, ...kept.edits].map(({ document }) => document))],
    document: (name) => {
      const known = keepers.get(name);
      if (known) return known;
      const keeper = documentKeeper({
        store,
        boardId,
        document: name,
        state: kept.states.find((state) => state.document === name),
        edits: kept.edits.filter((edit) => edit.document === name),
        // Over a connection the other tabs hear of it from the server.
        onKept: () => {
          if (handlers?.isOnline() !== true) tell();
        },
        onSetAside: (entry, isKept) => {
          if (entry) unkept.set(entry.id, entry);
          void isKept.then((done) => {
            if (entry && done) unkept.delete(entry.id);
            tellAll();
          });
        },
      });
      keepers.set(name, keeper);
      return keeper;
    },
    dropSetAside: (id) => {
      unkept.delete(id);
      void store.dropSetAside(id).then(tellAll);
    },
    putSetAside: (entry) => {
      if (unkept.has(entry.id)) unkept.set(entry.id, entry);
      void store.replaceSetAside({ id: entry.id, boardId, entry }).then(tellAll);
    },
    forget: () => {
      for (const keeper of keepers.values()) keeper.stop();
      void store.forgetBoard(boardId);
    },
    start: (next) => {
      handlers = next;
      channel = new BroadcastChannel(`opbrengstenbord/${userId}/${boardId}`);
      channel.onmessage = () => void look(true);
      timer = setInterval(() => void look(false), LOOK);
      // The store did not answer in time; it may have since.
      if (kept === NOTHING_KEPT) void look(true);
      globalThis.document.addEventListener('visibilitychange', flush);
    },
    close: () => {
      clearInterval(timer);
      globalThis.document.removeEventListener('visibilitychange', flush);
      handlers = undefined;
      for (const keeper of keepers.values()) keeper.close();
      channel?.close();
      channel = undefined;
    },
  };
}
