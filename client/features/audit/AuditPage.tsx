import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BOARD_AUDIT_GROUPS } from '../../../shared/access/auditActions.ts';
import { useBoardDetail } from '../../api/boards.ts';
import { HomeBar } from '../../HomeBar.tsx';
import { paths } from '../../paths.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { PageShell } from '../../ui/PageShell.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { Log } from './Log.tsx';

/** The log of one board. */
export function AuditPage({ boardId }: { boardId: string }) {
  const { t } = useTranslation('audit');
  const board = useBoardDetail(boardId);
  const title = board.data?.title ?? '';
  usePageTitle(t('titleOf', { title }));
  return (
    <PageShell bar={<HomeBar />}>
      <header className="ob-page__header">
        <div>
          <BackLink href={paths.board(boardId)}>{t('toBoard')}</BackLink>
          <h1 className="ob-page__title">{t('titleOf', { title })}</h1>
          <p className="ob-page__lead">{t('lead')}</p>
        </div>
        <ButtonLink icon={ShieldCheck} href={paths.rights(boardId)}>
          {t('rights')}
        </ButtonLink>
      </header>
      <Log boardId={boardId} groups={BOARD_AUDIT_GROUPS} />
    </PageShell>
  );
}
