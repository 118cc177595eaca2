import { createContext, useContext } from 'react';
import type { LiveBoard } from './liveBoard.ts';

export const LiveBoardContext = createContext<LiveBoard | undefined>(undefined);

/** The open board. For handlers and effects; what is shown comes from the hooks beside this one. */
export function useLiveBoard(): LiveBoard {
  const live = useContext(LiveBoardContext);
  if (!live) throw new Error('useLiveBoard stands outside a LiveBoardProvider');
  return live;
}
