import type { TFunction } from 'i18next';
import { Link2, LogOut } from 'lucide-react';
import { formatDate } from '../../../shared/i18n/dates.ts';
import { formatNumber } from '../../../shared/i18n/numbers.ts';
import type { Language } from '../../../shared/i18n/texts.ts';
import type { AdminPerson } from '../../../shared/protocol/admin.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { TableProps } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** What stands beside a person, and what can be done. */
export function peopleColumns(
  t: TFunction<'admin'>,
  language: Language,
  onAct: (what: 'link' | 'signOut', person: AdminPerson) => void,
): TableProps<AdminPerson>['columns'] {
  return [
    {
      id: 'name',
      label: t('column.name'),
      cell: ({ name, email, administrator }) => (
        <>
          {name} {administrator && <Tag tone="outlined">{t('administrator')}</Tag>}
          {email !== null && <span className="ob-admin__email">{email}</span>}
        </>
      ),
    },
    {
      id: 'organisation',
      label: t('column.organisation'),
      cell: ({ organisation }) => organisation?.name ?? t('noOrganisation'),
    },
    { id: 'boards', label: t('column.boards'), cell: ({ boards }) => formatNumber(boards, language) },
    {
      id: 'lastSignIn',
      label: t('column.lastSignIn'),
      cell: ({ lastSignIn }) => (lastSignIn === null ? t('never') : formatDate(lastSignIn, language)),
    },
    { id: 'sessions', label: t('column.sessions'), cell: ({ sessions }) => formatNumber(sessions, language) },
    {
      id: 'actions',
      label: t('column.actions'),
      cell: (person) => (
        <MenuButton
          label={t('menuOf', { name: person.name })}
          size="sm"
          items={[
            {
              id: 'link',
              label: t('makeLink'),
              hint: t('makeLinkHint'),
              icon: Link2,
              onAction: () => onAct('link', person),
            },
            { id: 'signOut', label: t('signOut'), icon: LogOut, onAction: () => onAct('signOut', person) },
          ]}
        />
      ),
    },
  ];
}
