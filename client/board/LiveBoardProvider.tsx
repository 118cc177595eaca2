import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import { boardKey, useBoardDetail } from '../api/boards.ts';
import { problemCode } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { type MaybeStored, withStored } from '../api/stored.ts';
import type { LiveBoard } from './liveBoard.ts';
import { LiveBoardContext } from './liveBoardContext.ts';
import { holdBoard, releaseBoard } from './openBoards.ts';
import type { OpenLiveBoard } from './openLiveBoard.ts';

/** Yjs and the provider weigh a quarter of the first load, so they come beside it: asked for at once, awaited later. */
const engine = import('./openLiveBoard.ts');
// Without this a failure before the first board is open would be an unhandled one; the effect below reports it.
engine.catch(() => undefined);

export interface LiveBoardProviderProps {
  readonly detail: MaybeStored<BoardDetail>;
  /** Shown for the moment before the board is being opened. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

function collabUrl(): string {
  const url = new URL('/collab', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** Opens a board for everything inside it, and keeps its details current. */
export function LiveBoardProvider({ detail, fallback, children }: LiveBoardProviderProps) {
  const [live, setLive] = useState<LiveBoard | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const queries = useQueryClient();
  const { data: session } = useSession();
  const { data: newest, dataUpdatedAt, error } = useBoardDetail(detail.id);
  const userId = session?.user.id;
  const boardId = detail.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: newer details are taken in place by the effect below
  useEffect(() => {
    if (userId === undefined) return;
    const onStale = (): void => void queries.invalidateQueries({ queryKey: boardKey(boardId) });
    const url = collabUrl();
    let isLeft = false;
    let isHeld = false;
    const open = (openLiveBoard: OpenLiveBoard): void => {
      if (isLeft) return;
      isHeld = true;
      setLive(holdBoard(boardId, userId, () => openLiveBoard({ detail, userId, url, onStale })));
    };
    engine.then(({ readyToOpen }) => readyToOpen(userId, boardId)).then(open, setFailure);
    return () => {
      isLeft = true;
      setLive(undefined);
      if (isHeld) releaseBoard(boardId);
    };
  }, [boardId, userId, queries]);

  // Also when nothing in them changed: that they can be had at all says that the person may be here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time of the answer is the news
  useEffect(() => {
    const known = newest ?? detail;
    live?.update(known);
    if (known.isStored !== true) void withStored((stored) => stored.keepBoard(known));
  }, [live, newest, detail, dataUpdatedAt]);

  const code = error === null ? undefined : problemCode(error);
  useEffect(() => {
    if (code === 'notSignedIn') live?.end('signed-out');
    if (code === 'notFound') live?.end('no-access');
  }, [live, code]);

  if (failure !== undefined) throw failure;
  if (live?.id !== boardId) return fallback;
  return <LiveBoardContext value={live}>{children}</LiveBoardContext>;
}
