import { useEffect } from 'react';
import type { Id } from '../../shared/board/ids.ts';
import type { RaisedRefusal } from './commandRunner.ts';
import { useLiveBoard } from './liveBoardContext.ts';
import { useObserved } from './useObserved.ts';

/** How long a refusal stands, in milliseconds. */
const STANDS = 8_000;

/** The refusal to tell beside a record, or beside the board as a whole; it goes by itself. */
export function useRefusalAt(recordId: Id | 'board'): RaisedRefusal | undefined {
  const { commands } = useLiveBoard();
  const refusal = useObserved(commands.refusal, (raised) => (raised?.recordId === recordId ? raised : undefined));
  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(() => {
      if (commands.refusal.get() === refusal) commands.dismissRefusal();
    }, STANDS);
    return () => clearTimeout(timer);
  }, [refusal, commands]);
  return refusal;
}

export function useDismissRefusal(): () => void {
  return useLiveBoard().commands.dismissRefusal;
}
