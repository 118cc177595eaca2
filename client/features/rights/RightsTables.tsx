import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import type { RightsOverview } from '../../../shared/protocol/audit.ts';
import { currentLanguage } from '../../i18n.ts';
import { Table } from '../../ui/Table.tsx';
import { rightsColumns } from './rightsColumns.tsx';

function Section({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className="ob-rights__section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

/** People by organisation, open invitations and connections. */
export function RightsTables({ rights }: { rights: RightsOverview }) {
  const { t } = useTranslation(['rights', 'common', 'people']);
  const { board, invitations, tokens } = rights;
  const language = currentLanguage();
  const columns = rightsColumns(t, language);
  const people = rights.people.toSorted(
    (a, b) =>
      a.organisation.name.localeCompare(b.organisation.name, language) || a.name.localeCompare(b.name, language),
  );
  const peopleTitle = t('peopleTitle', { count: people.length });
  return (
    <>
      <Section title={t('modeTitle')}>
        <p>
          {board.closedAt === null ? (
            <>
              <strong>{t(`common:mode.${board.mode}`)}.</strong> {t(`people:modeMeans.${board.mode}`)}
            </>
          ) : (
            t('closed', { date: formatDate(board.closedAt, language) })
          )}
        </p>
      </Section>
      <Section title={peopleTitle}>
        <Table label={peopleTitle} rows={people} rowKey={({ userId }) => userId} columns={columns.people} />
      </Section>
      <Section title={t('invitationsTitle')}>
        {invitations.length === 0 ? (
          <p>{t('invitationsNone')}</p>
        ) : (
          <Table
            label={t('invitationsTitle')}
            rows={invitations}
            rowKey={({ id }) => id}
            columns={columns.invitations}
          />
        )}
      </Section>
      <Section title={t('tokensTitle')}>
        {tokens.length === 0 ? (
          <p>{t('tokensNone')}</p>
        ) : (
          <Table label={t('tokensTitle')} rows={tokens} rowKey={({ id }) => id} columns={columns.tokens} />
        )}
      </Section>
    </>
  );
}
