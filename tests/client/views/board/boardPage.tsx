import { QueryClientProvider } from '@tanstack/react-query';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { makeQueryClient } from '../../../../client/api/queryClient.ts';
import { SESSION_KEY } from '../../../../client/api/session.ts';
import { laterTexts, startI18n } from '../../../../client/i18n.ts';
import { BoardInteractions } from '../../../../client/interactions/BoardInteractions.tsx';
import '../../../../client/ui/tokens.css';
import '../../../../client/ui/base.css';
import { LiveRegion } from '../../../../client/ui/LiveRegion.tsx';
import { ToastRegion } from '../../../../client/ui/ToastRegion.tsx';
import { BoardPage } from '../../../../client/views/board/BoardPage.tsx';
import { type LocalBoardOptions, localBoard } from '../../../support/localBoard.tsx';

/** The whole board view in this page, on documents of its own. */
export async function showBoard(options: LocalBoardOptions) {
  localStorage.clear();
  await startI18n();
  await laterTexts();
  const local = localBoard(options);
  const queries = makeQueryClient();
  queries.setQueryData(SESSION_KEY, null);
  const { hook, searchHook, history } = memoryLocation({ path: '/bord/local', record: true });
  const { Provider } = local;
  const screen = await render(
    <QueryClientProvider client={queries}>
      <Router hook={hook} searchHook={searchHook}>
        <Provider>
          <BoardInteractions>
            <BoardPage />
          </BoardInteractions>
        </Provider>
        <ToastRegion />
        <LiveRegion />
      </Router>
    </QueryClientProvider>,
  );
  return { ...local, screen, history: () => history };
}
