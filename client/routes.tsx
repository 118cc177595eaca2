import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useBoardDetail } from './api/boards.ts';
import { Loading } from './Loading.tsx';
import { PanelLoading } from './PanelLoading.tsx';
import { paths } from './paths.ts';
import { RequireSession } from './RequireSession.tsx';
import { screen } from './screen.ts';
import { fetchWhenIdle } from './ui/fetchWhenIdle.ts';

const loadActivityPanel = () => import('./features/activity/ActivityPanel.tsx');
const SignInPage = screen(
  () => import('./features/signIn/SignInPage.tsx'),
  (m) => m.SignInPage,
);
const SignInLinkPage = screen(
  () => import('./features/signIn/SignInLinkPage.tsx'),
  (m) => m.SignInLinkPage,
);
const InvitationPage = screen(
  () => import('./features/invitation/InvitationPage.tsx'),
  (m) => m.InvitationPage,
);
const GuestPages = screen(
  () => import('./features/guests/GuestPages.tsx'),
  (m) => m.GuestPages,
);
const BoardsPage = screen(
  () => import('./features/boards/BoardsPage.tsx'),
  (m) => m.BoardsPage,
);
const NewBoardPage = screen(
  () => import('./features/boards/NewBoardPage.tsx'),
  (m) => m.NewBoardPage,
);
const AccountPage = screen(
  () => import('./features/account/AccountPage.tsx'),
  (m) => m.AccountPage,
);
const LaterRoutes = screen(
  () => import('./laterRoutes.tsx'),
  (m) => m.LaterRoutes,
);
const BoardScreen = lazy(() => import('./views/board/BoardScreen.tsx').then((m) => ({ default: m.BoardScreen })));
const ActivityPanel = screen(loadActivityPanel, (m) => m.ActivityPanel);
const OutcomePanel = screen(
  () => import('./features/outcomePanel/OutcomePanel.tsx'),
  (m) => m.OutcomePanel,
);
const PlanTextsPanel = screen(
  () => import('./features/planTexts/PlanTextsPanel.tsx'),
  (m) => m.PlanTextsPanel,
);
const PeoplePanel = screen(
  () => import('./features/people/PeoplePanel.tsx'),
  (m) => m.PeoplePanel,
);
const BoardGuests = screen(
  () => import('./features/guests/BoardGuests.tsx'),
  (m) => m.BoardGuests,
);
const TrashPanel = screen(
  () => import('./features/trash/TrashPanel.tsx'),
  (m) => m.TrashPanel,
);

const RenameBoardDialog = screen(
  () => import('./features/boards/RenameBoardDialog.tsx'),
  (m) => m.RenameBoardDialog,
);
const PlanYearsDialog = screen(
  () => import('./features/boards/PlanYearsDialog.tsx'),
  (m) => m.PlanYearsDialog,
);

/** One board stays open while the panel beside it changes with the address. */
function BoardRoute({ boardId }: { boardId: string }) {
  const [, navigate] = useLocation();
  // What is filtered and shown stands in the query, and stays.
  const close = () => navigate(paths.board(boardId) + window.location.search);
  useEffect(() => fetchWhenIdle(loadActivityPanel), []);
  return (
    <BoardScreen key={boardId} boardId={boardId}>
      <Suspense fallback={<PanelLoading />}>
        <Switch>
          <Route path="/bord/:boardId/kaart/:activityId">
            {({ activityId }) => (
              <ActivityPanel key={activityId} boardId={boardId} activityId={activityId} onClose={close} />
            )}
          </Route>
          <Route path="/bord/:boardId/opbrengst/:outcomeId">
            {({ outcomeId }) => <OutcomePanel key={outcomeId} outcomeId={outcomeId} onClose={close} />}
          </Route>
          <Route path="/bord/:boardId/teksten">
            <PlanTextsPanel onClose={close} />
          </Route>
          <Route path="/bord/:boardId/mensen">
            <PeoplePanel boardId={boardId} onClose={close} />
          </Route>
          <Route path="/bord/:boardId/prullenbak">
            <TrashPanel onClose={close} />
          </Route>
        </Switch>
      </Suspense>
      <Suspense fallback={null}>
        <BoardGuests boardId={boardId} onClose={close} />
      </Suspense>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/bord/:boardId/naam">
            <RenameOpenBoard boardId={boardId} onClose={close} />
          </Route>
          <Route path="/bord/:boardId/jaren">
            <PlanYearsDialog onClose={close} />
          </Route>
        </Switch>
      </Suspense>
    </BoardScreen>
  );
}

function RenameOpenBoard({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const { data } = useBoardDetail(boardId);
  return data && <RenameBoardDialog board={data} onClose={onClose} />;
}

/** Which screen stands at which address. */
export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">
          <Redirect to={paths.boards()} replace />
        </Route>
        <Route path="/aanmelden" component={SignInPage} />
        <Route path="/aanmelden/link/:token">{({ token }) => <SignInLinkPage token={token} />}</Route>
        <Route path="/uitnodiging/:token">{({ token }) => <InvitationPage token={token} />}</Route>
        <Route path="/meedoen/*?">
          <GuestPages />
        </Route>
        <Route path="/borden">
          <RequireSession>
            <BoardsPage />
          </RequireSession>
        </Route>
        <Route path="/borden/nieuw">
          <RequireSession>
            <NewBoardPage />
          </RequireSession>
        </Route>
        <Route path="/account">
          <RequireSession>
            <AccountPage />
          </RequireSession>
        </Route>
        <Route
          path={
            /^\/bord\/(?<boardId>[^/]+)(?:\/(?:mensen|gasten|prullenbak|teksten|naam|jaren|opbrengst\/[^/]+|kaart\/[^/]+))?\/?$/
          }
        >
          {({ boardId }) => (
            <RequireSession>
              <BoardRoute boardId={boardId ?? ''} />
            </RequireSession>
          )}
        </Route>
        <Route component={LaterRoutes} />
      </Switch>
    </Suspense>
  );
}
