import { useEffect, useRef } from 'react';
import type { LiveBoardEvents } from './liveBoard.ts';
import { useLiveBoard } from './liveBoardContext.ts';

/** Calls the newest handler each time that something happens. */
export function useBoardEvent<Name extends keyof LiveBoardEvents>(
  name: Name,
  handler: (event: LiveBoardEvents[Name]) => void,
): void {
  const { events } = useLiveBoard();
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => events.on(name, (event) => newest.current(event)), [events, name]);
}
