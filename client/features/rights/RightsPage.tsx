import './rights.css';
import { History, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/i18n/dates.ts';
import { useRights } from '../../api/audit.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { HomeBar } from '../../HomeBar.tsx';
import { currentLanguage } from '../../i18n.ts';
import { paths } from '../../paths.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { PageShell } from '../../ui/PageShell.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { RightsTables } from './RightsTables.tsx';

/** Who may do what on a board, on paper too. */
export function RightsPage({ boardId }: { boardId: string }) {
  const { t } = useTranslation(['rights', 'common']);
  const problemText = useProblemText();
  const rights = useRights(boardId);
  const heading = rights.data ? t('titleOf', { title: rights.data.board.title }) : t('title');
  usePageTitle(heading);
  return (
    <PageShell bar={<HomeBar />}>
      <div className="ob-rights">
        <header className="ob-page__header">
          <div>
            <BackLink href={paths.board(boardId)}>{t('toBoard')}</BackLink>
            <h1 className="ob-page__title">{heading}</h1>
            {rights.data && (
              <p className="ob-page__lead">
                {t('madeAt', { date: formatDateTime(rights.data.at, currentLanguage()) })}{' '}
                <span className="ob-rights__screen">{t('lead')}</span>
              </p>
            )}
          </div>
          <div className="ob-rights__actions">
            <ButtonLink icon={History} href={paths.log(boardId)}>
              {t('log')}
            </ButtonLink>
            <Button variant="primary" icon={Printer} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        </header>
        {rights.isPending && (
          <div role="status">
            <VisuallyHidden>{t('loading')}</VisuallyHidden>
            <Skeleton height="16rem" />
          </div>
        )}
        {rights.isError && (
          <Banner
            tone="negative"
            role="alert"
            action={
              <Button size="sm" onClick={() => void rights.refetch()}>
                {t('common:retry')}
              </Button>
            }
          >
            {problemText(rights.error)}
          </Banner>
        )}
        {rights.data && <RightsTables rights={rights.data} />}
      </div>
    </PageShell>
  );
}
