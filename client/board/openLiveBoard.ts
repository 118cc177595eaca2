import { FRAME } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import { boardSession } from './boardSession.ts';
import { afterClose } from './boardStatus.ts';
import { documentSet } from './documentSet.ts';
import { keepConnected } from './keepConnected.ts';
import type { LiveBoard } from './liveBoard.ts';
import { LiveSocket } from './liveSocket.ts';
import { type BoardKeeper, openBoardKeeper } from './offline/boardKeeper.ts';
import { waitingCount } from './waiting.ts';

/** Connections in a row without a word from the server, after which the board's details are asked for instead. */
const MUTE_CONNECTIONS = 3;
/** Several documents can find out at once that the details are old; they are fetched once. */
const STALE_PAUSE = 40;

export interface LiveBoardOptions {
  readonly detail: BoardDetail;
  readonly userId: Id | undefined;
  /** Address of `/collab`. */
  readonly url: string;
  /** Keeps the board on this device; absent where nothing is kept. */
  readonly keeper?: BoardKeeper;
  /** The board's details are to be fetched again and given to `update`. */
  readonly onStale: () => void;
}

export type OpenLiveBoard = (options: Omit<LiveBoardOptions, 'keeper'>) => LiveBoard;

/** Reads what this device keeps of a board for a person, and gives the way to open the board with that. */
export async function readyToOpen(userId: Id, boardId: Id): Promise<OpenLiveBoard> {
  const keeper = await openBoardKeeper(userId, boardId);
  return (options) => openLiveBoard({ ...options, keeper });
}

/** Opens a board over one socket and keeps it current until `close`. */
export function openLiveBoard(options: LiveBoardOptions): LiveBoard {
  const socket = new LiveSocket(options.url);
  let mute = 0;
  let staleTimer: ReturnType<typeof setTimeout> | undefined;

  function onStale(): void {
    staleTimer ??= setTimeout(() => {
      staleTimer = undefined;
      options.onStale();
    }, STALE_PAUSE);
  }

  const session = boardSession({
    detail: options.detail,
    userId: options.userId,
    ...(options.keeper ? { keeper: options.keeper } : {}),
    openDocuments: (handlers) => documentSet(socket, handlers, options.keeper),
    onStale,
    onEnd: () => socket.disconnect(),
    onRevive: () => void socket.connect(),
  });

  function onClose({ event }: { event?: { code?: number } }): void {
    session.setStoreDown(false);
    const after = afterClose(event?.code);
    if (after.kind === 'reconnect') socket.spreadNextAttempt(...after.pause);
    if (after.kind === 'end') {
      session.end(after.reason);
      onStale();
    }
    if (after.kind === 'setAside') {
      for (const slot of session.documents.all()) if (waitingCount(slot.waiting()) > 0) slot.restart(after.reason);
    }
    // An upgrade that is refused says no more than a network that is gone; the details say which it is.
    mute = socket.lastMessageReceived > 0 ? 0 : mute + 1;
    if (mute === MUTE_CONNECTIONS && navigator.onLine) onStale();
  }

  function onStatus({ status }: { status: string }): void {
    if (status === 'connected') {
      // What changed about rights and people was not told while there was no connection.
      if (session.connection.get() === 'offline') onStale();
      session.setConnection('online');
    } else if (status === 'disconnected' || session.connection.get() === 'online') session.setConnection('offline');
  }

  socket.on('close', onClose);
  socket.on('status', onStatus);
  const ask = (): boolean => {
    // While the store fails the server answers nothing, and a new connection would not help.
    if (session.isStoreDown()) return false;
    session.documents.slot(FRAME)?.ask();
    return true;
  };
  const stopKeeping = keepConnected(socket, ask, () => session.saved.get().waiting > 0);

  return {
    ...session,
    close: () => {
      clearTimeout(staleTimer);
      stopKeeping();
      session.close();
      socket.destroy();
    },
  };
}
