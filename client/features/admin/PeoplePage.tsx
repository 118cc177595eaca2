import { UserSearch } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '../../../shared/protocol/admin.ts';
import { useAdminOrganisations, useAdminPeople } from '../../api/admin.ts';
import { currentLanguage } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { AdminShell } from './AdminShell.tsx';
import { Asked } from './Asked.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { peopleColumns } from './peopleColumns.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';

const ALL = '';

/** Everyone with an account: found by name, address or organisation. */
export function PeoplePage() {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState('');
  const [organisation, setOrganisation] = useState(ALL);
  const [page, setPage] = useState(1);
  const [act, setAct] = useState<{ readonly what: 'link' | 'signOut'; readonly person: AdminPerson } | undefined>();
  const organisations = useAdminOrganisations().data?.organisations ?? [];
  const search = useDeferredValue(typed.trim());
  const people = useAdminPeople({ search, organisation: organisation === ALL ? undefined : organisation, page });
  const columns = peopleColumns(t, currentLanguage(), (what, person) => setAct({ what, person }));
  const close = (): void => setAct(undefined);

  return (
    <AdminShell page="people">
      <search className="ob-admin__search">
        <SearchField
          label={t('search')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setPage(1);
          }}
        />
        <Select
          hideLabel
          label={t('column.organisation')}
          value={organisation}
          onChange={(value) => {
            setOrganisation(value);
            setPage(1);
          }}
          options={[
            { value: ALL, label: t('everyOrganisation') },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <p role="status" className="ob-admin__hint">
          {people.data && t('found', { count: people.data.total })}
        </p>
      </search>
      <Asked query={people}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyState icon={UserSearch} title={t('nobody')}>
              {t('nobodyText')}
            </EmptyState>
          ) : (
            <div className="ob-admin__card">
              <Table label={t('page.people')} rows={data.people} rowKey={({ id }) => id} columns={columns} />
            </div>
          )
        }
      </Asked>
      {people.data && people.data.pages > 1 && (
        <nav className="ob-admin__pages" aria-label={t('pageOf', { page, pages: people.data.pages })}>
          {page > 1 && <Button onClick={() => setPage(page - 1)}>{t('previous')}</Button>}
          <span>{t('pageOf', { page, pages: people.data.pages })}</span>
          {page < people.data.pages && <Button onClick={() => setPage(page + 1)}>{t('next')}</Button>}
        </nav>
      )}
      {act?.what === 'link' && <LinkDialog person={act.person} onClose={close} />}
      {act?.what === 'signOut' && <SignOutDialog person={act.person} onClose={close} />}
    </AdminShell>
  );
}
