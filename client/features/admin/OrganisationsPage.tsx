import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import { formatNumber } from '../../../shared/i18n/numbers.ts';
import type { AdminOrganisation } from '../../../shared/protocol/admin.ts';
import { useAdminOrganisations } from '../../api/admin.ts';
import { currentLanguage } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Table } from '../../ui/Table.tsx';
import { AdminShell } from './AdminShell.tsx';
import { Asked } from './Asked.tsx';
import { OrganisationDialog } from './OrganisationDialog.tsx';

/** Every organisation; they are made and renamed here. */
export function OrganisationsPage() {
  const { t } = useTranslation('admin');
  const language = currentLanguage();
  const organisations = useAdminOrganisations();
  const [edited, setEdited] = useState<AdminOrganisation | 'new' | undefined>();
  return (
    <AdminShell
      page="organisations"
      action={
        <Button variant="primary" icon={Plus} onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      }
    >
      <Asked query={organisations}>
        {(data) => (
          <div className="ob-admin__card">
            <Table
              label={t('page.organisations')}
              rows={data.organisations}
              rowKey={({ id }) => id}
              columns={[
                { id: 'name', label: t('column.name'), cell: ({ name }) => name },
                { id: 'people', label: t('column.people'), cell: ({ people }) => formatNumber(people, language) },
                { id: 'boards', label: t('column.boards'), cell: ({ boards }) => formatNumber(boards, language) },
                { id: 'since', label: t('column.since'), cell: ({ createdAt }) => formatDate(createdAt, language) },
                {
                  id: 'actions',
                  label: t('column.actions'),
                  cell: (organisation) => (
                    <IconButton
                      icon={Pencil}
                      label={t('renameOf', { name: organisation.name })}
                      onClick={() => setEdited(organisation)}
                    />
                  ),
                },
              ]}
            />
          </div>
        )}
      </Asked>
      {edited !== undefined && (
        <OrganisationDialog organisation={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </AdminShell>
  );
}
