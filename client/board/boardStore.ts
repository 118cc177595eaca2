import type { Board } from '../../shared/board/board.ts';
import { type BoardIndex, boardIndex } from '../../shared/board/boardIndex.ts';
import type { BoardReader } from '../../shared/doc/boardReader.ts';
import { type Observable, observable } from './observable.ts';

/** How long changes of others may gather before the screen follows, in milliseconds. */
const GATHER = 16;

/** The board as the screen shows it. */
export interface BoardStore extends Observable<BoardIndex> {
  /** The newest value, also where the screen does not show it yet: what commands work on. */
  readonly latest: () => Board;
  /** Lets the screen follow at once, after a person's own change. */
  readonly flush: () => void;
  /** While it holds, nothing is shown: documents that arrive one by one are shown together. */
  readonly hold: (isHeld: boolean) => void;
  readonly stop: () => void;
}

/** Follows a reader, so that a busy room makes the screen work once for many changes. */
export function boardStore(reader: BoardReader): BoardStore {
  const shown = observable(boardIndex(reader.board()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!isHeld) shown.set(boardIndex(reader.board(), shown.get()));
  };
  const unsubscribe = reader.subscribe(() => {
    timer ??= setTimeout(flush, GATHER);
  });
  return {
    get: shown.get,
    subscribe: shown.subscribe,
    latest: reader.board,
    flush,
    hold: (next) => {
      isHeld = next;
      if (!next) flush();
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
