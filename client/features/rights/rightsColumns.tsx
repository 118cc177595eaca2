import type { TFunction } from 'i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import type { Language } from '../../../shared/i18n/texts.ts';
import type { RightsOverview } from '../../../shared/protocol/audit.ts';
import type { TableProps } from '../../ui/Table.tsx';

type Columns<Part extends 'people' | 'invitations' | 'tokens'> = TableProps<RightsOverview[Part][number]>['columns'];

interface RightsColumns {
  readonly people: Columns<'people'>;
  readonly invitations: Columns<'invitations'>;
  readonly tokens: Columns<'tokens'>;
}

/** What stands in the columns of the overview. */
export function rightsColumns(t: TFunction<['rights', 'common', 'people']>, language: Language): RightsColumns {
  const date = (iso: string | null, none: string): string => (iso === null ? none : formatDate(iso, language));
  return {
    people: [
      {
        id: 'name',
        label: t('column.name'),
        cell: ({ name, email }) => (
          <>
            {name}
            {email !== undefined && <span className="ob-rights__email">{email}</span>}
          </>
        ),
      },
      { id: 'organisation', label: t('column.organisation'), cell: ({ organisation }) => organisation.name },
      { id: 'role', label: t('column.role'), cell: ({ role }) => t(`common:role.${role}`) },
      { id: 'since', label: t('column.since'), cell: ({ since }) => formatDate(since, language) },
      { id: 'lastSignIn', label: t('column.lastSignIn'), cell: ({ lastSignIn }) => date(lastSignIn, t('never')) },
    ],
    invitations: [
      { id: 'organisation', label: t('column.organisation'), cell: ({ organisation }) => organisation.name },
      { id: 'role', label: t('column.role'), cell: ({ role }) => t(`common:role.${role}`) },
      { id: 'invitedBy', label: t('column.invitedBy'), cell: ({ invitedBy }) => invitedBy },
      { id: 'expiresAt', label: t('column.expiresAt'), cell: ({ expiresAt }) => formatDate(expiresAt, language) },
      {
        id: 'used',
        label: t('column.used'),
        cell: ({ used }) => (used === 0 ? t('notUsed') : t('used', { count: used })),
      },
    ],
    tokens: [
      { id: 'program', label: t('column.program'), cell: ({ name }) => name },
      { id: 'access', label: t('column.access'), cell: ({ access }) => t(`access.${access}`) },
      { id: 'invitedBy', label: t('column.invitedBy'), cell: ({ madeBy }) => madeBy },
      { id: 'expiresAt', label: t('column.expiresAt'), cell: ({ expiresAt }) => date(expiresAt, t('noEnd')) },
      { id: 'lastUsed', label: t('column.lastUsed'), cell: ({ lastUsedAt }) => date(lastUsedAt, t('notUsed')) },
    ],
  };
}
