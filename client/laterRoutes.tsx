import { Route, Switch } from 'wouter';
import { AUDIT_GROUPS, BOARD_AUDIT_GROUPS } from '../shared/access/auditActions.ts';
import { useSession } from './api/session.ts';
import { AdminShell } from './features/admin/AdminShell.tsx';
import { InvitationsPage } from './features/admin/InvitationsPage.tsx';
import { OrganisationsPage } from './features/admin/OrganisationsPage.tsx';
import { OverviewPage } from './features/admin/OverviewPage.tsx';
import { PeoplePage } from './features/admin/PeoplePage.tsx';
import { AuditPage } from './features/audit/AuditPage.tsx';
import { Log } from './features/audit/Log.tsx';
import { RightsPage } from './features/rights/RightsPage.tsx';
import { RequireSession } from './RequireSession.tsx';
import { screen } from './screen.ts';

const NotFound = screen(
  () => import('./NotFound.tsx'),
  (m) => m.NotFound,
);

/** Groups of events that belong to no board. */
const INSTALLATION_GROUPS = AUDIT_GROUPS.filter(
  (group) => group === 'refused' || !BOARD_AUDIT_GROUPS.some((ofBoards) => ofBoards === group),
);

/** The administrator's pages; to others they are not there. */
function Administration({ page }: { page: string | undefined }) {
  const session = useSession();
  if (session.data?.user.administrator !== true) return <NotFound />;
  if (page === 'organisaties') return <OrganisationsPage />;
  if (page === 'mensen') return <PeoplePage />;
  if (page === 'uitnodigingen') return <InvitationsPage />;
  if (page !== 'logboek') return <OverviewPage />;
  return (
    <AdminShell page="log">
      <Log boardId={undefined} groups={INSTALLATION_GROUPS} />
    </AdminShell>
  );
}

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
      <Route path={/^\/beheer(?:\/(?<page>organisaties|mensen|uitnodigingen|logboek))?\/?$/}>
        {({ page }) => (
          <RequireSession>
            <Administration page={page} />
          </RequireSession>
        )}
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
