import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { makeQueryClient } from '../../../client/api/queryClient.ts';
import { SESSION_KEY } from '../../../client/api/session.ts';
import { ActivityPanel } from '../../../client/features/activity/ActivityPanel.tsx';
import { laterTexts, startI18n } from '../../../client/i18n.ts';
import { BoardInteractions } from '../../../client/interactions/BoardInteractions.tsx';
import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import { LiveRegion } from '../../../client/ui/LiveRegion.tsx';
import { ToastRegion } from '../../../client/ui/ToastRegion.tsx';
import { BoardPage } from '../../../client/views/board/BoardPage.tsx';
import type { Activity } from '../../../shared/board/board.ts';
import { type LocalBoardOptions, localBoard } from '../../support/localBoard.tsx';
import { smallBoard } from '../../support/smallBoard.ts';

/** A card's panel over its board, on documents of this page. */
export async function showPanel(activityId: string, options: Partial<LocalBoardOptions> = {}) {
  localStorage.clear();
  await page.viewport(1280, 900);
  await startI18n();
  await laterTexts();
  const local = localBoard({ board: smallBoard(), ...options });
  const queries = makeQueryClient();
  queries.setQueryData(SESSION_KEY, null);
  const { hook, searchHook } = memoryLocation({ path: '/bord/local' });
  const { Provider } = local;
  function Screen() {
    const [isOpen, setOpen] = useState(true);
    return (
      <>
        <BoardPage />
        {isOpen && <ActivityPanel boardId="local" activityId={activityId} onClose={() => setOpen(false)} />}
      </>
    );
  }
  await render(
    <QueryClientProvider client={queries}>
      <Router hook={hook} searchHook={searchHook}>
        <Provider>
          <BoardInteractions>
            <Screen />
          </BoardInteractions>
        </Provider>
        <ToastRegion />
        <LiveRegion />
      </Router>
    </QueryClientProvider>,
  );
  const activity = (): Activity => {
    const found = local.live.store.get().board.activities.get(activityId);
    if (!found) throw new Error(`no card ${activityId}`);
    return found;
  };
  return { ...local, activity };
}

/** The panel itself: what stands on the board beside it does not count. */
export function panel() {
  return page.getByRole('region', { name: /^Kaart: / });
}

/** Waits for a condition; the machine that runs the tests may be busy. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 10_000 });
}
