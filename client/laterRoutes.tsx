import { Route, Switch } from 'wouter';
import { AuditPage } from './features/audit/AuditPage.tsx';
import { RightsPage } from './features/rights/RightsPage.tsx';
import { RequireSession } from './RequireSession.tsx';
import { screen } from './screen.ts';

const NotFound = screen(
  () => import('./NotFound.tsx'),
  (m) => m.NotFound,
);

/** Screens that few people open, and every address that leads nowhere: not part of the first load. */
export function LaterRoutes() {
  return (
    <Switch>
      <Route path="/bord/:boardId/logboek">
        {({ boardId }) => (
          <RequireSession>
            <AuditPage boardId={boardId} />
          </RequireSession>
        )}
      </Route>
      <Route path="/bord/:boardId/rechten">
        {({ boardId }) => (
          <RequireSession>
            <RightsPage boardId={boardId} />
          </RequireSession>
        )}
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
