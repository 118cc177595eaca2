import { useTranslation } from 'react-i18next';
import { useAdminOverview } from '../../api/admin.ts';
import { AdminShell } from './AdminShell.tsx';
import { Asked } from './Asked.tsx';
import { Facts } from './Facts.tsx';
import { Health } from './Health.tsx';
import { Storage } from './Storage.tsx';

/** How much there is, what the store weighs, how the process does, and its version. */
export function OverviewPage() {
  const { t } = useTranslation('admin');
  const overview = useAdminOverview();
  return (
    <AdminShell page="overview">
      <Asked query={overview}>
        {({ counts, storage, health, version }) => (
          <div className="ob-admin__grid">
            <Facts
              title={t('counts')}
              facts={[
                { label: t('count.boards'), value: counts.boards },
                { label: t('count.closedBoards'), value: counts.closedBoards, isPart: true },
                { label: t('count.organisations'), value: counts.organisations },
                { label: t('count.people'), value: counts.people },
                { label: t('count.administrators'), value: counts.administrators, isPart: true },
                { label: t('count.openInvitations'), value: counts.openInvitations },
              ]}
            />
            <Storage storage={storage} />
            <Health health={health} version={version} />
          </div>
        )}
      </Asked>
    </AdminShell>
  );
}
