import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import { useAdminInvitations } from '../../api/admin.ts';
import { currentLanguage } from '../../i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { AdminShell } from './AdminShell.tsx';
import { Asked } from './Asked.tsx';

/** Open invitations of all boards; for which board is not told. */
export function InvitationsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const language = currentLanguage();
  const invitations = useAdminInvitations();
  return (
    <AdminShell page="invitations">
      <Asked query={invitations}>
        {(data) =>
          data.invitations.length === 0 ? (
            <EmptyState icon={Link2} title={t('noInvitations')}>
              {t('noInvitationsText')}
            </EmptyState>
          ) : (
            <div className="ob-admin__card">
              <Table
                label={t('page.invitations')}
                rows={data.invitations}
                rowKey={({ id }) => id}
                columns={[
                  { id: 'organisation', label: t('column.organisation'), cell: ({ organisation }) => organisation },
                  { id: 'role', label: t('column.role'), cell: ({ role }) => t(`common:role.${role}`) },
                  { id: 'invitedBy', label: t('column.invitedBy'), cell: ({ invitedBy }) => invitedBy },
                  {
                    id: 'createdAt',
                    label: t('column.createdAt'),
                    cell: ({ createdAt }) => formatDate(createdAt, language),
                  },
                  {
                    id: 'expiresAt',
                    label: t('column.expiresAt'),
                    cell: ({ expiresAt }) => formatDate(expiresAt, language),
                  },
                  {
                    id: 'used',
                    label: t('column.used'),
                    cell: ({ used }) => (used === 0 ? t('notUsed') : t('used', { count: used })),
                  },
                ]}
              />
            </div>
          )
        }
      </Asked>
    </AdminShell>
  );
}
