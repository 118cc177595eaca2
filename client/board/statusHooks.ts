import type { BoardStatus } from './boardStatus.ts';
import type { LiveBoard } from './liveBoard.ts';
import { useLiveBoard } from './liveBoardContext.ts';
import type { Connection, SaveState } from './saveState.ts';
import type { SetAside } from './setAside.ts';
import { useObserved } from './useObserved.ts';

const itself = <T>(value: T): T => value;

/** Whether the board can be shown. */
export function useBoardStatus(): BoardStatus {
  return useObserved(useLiveBoard().status, itself);
}

export function useConnection(): Connection {
  return useObserved(useLiveBoard().connection, itself);
}

/** What may truthfully be said about the person's changes. */
export function useSaveState(): SaveState {
  return useObserved(useLiveBoard().saved, itself);
}

/** Keys of the documents that are nearly as large as they may become. */
export function useNearlyFull(): readonly string[] {
  return useObserved(useLiveBoard().nearlyFull, itself);
}

/** What the server did not take, until the person says what is to become of it. */
export function useSetAside(): {
  readonly entries: readonly SetAside[];
  readonly discard: LiveBoard['discardSetAside'];
  readonly apply: LiveBoard['applySetAside'];
} {
  const live = useLiveBoard();
  const entries = useObserved(live.setAside, itself);
  return { entries, discard: live.discardSetAside, apply: live.applySetAside };
}
