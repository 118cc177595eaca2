import type { TextRef } from '../../shared/doc/layout.ts';
import type { LiveFragment } from './liveBoard.ts';
import { useLiveBoard } from './liveBoardContext.ts';
import { useObserved } from './useObserved.ts';

function isSame(a: LiveFragment | undefined, b: LiveFragment | undefined): boolean {
  return a?.key === b?.key && a?.refusal === b?.refusal && a?.doc === b?.doc;
}

/** The fragment of a text field for the editor; undefined while its document is not there. */
export function useFragment(ref: TextRef): LiveFragment | undefined {
  const live = useLiveBoard();
  return useObserved(live.revision, () => live.fragment(ref), isSame);
}
