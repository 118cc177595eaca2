import './audit.css';
import { ArrowLeft, ArrowRight, History } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditGroup } from '../../../shared/access/auditActions.ts';
import { useAudit } from '../../api/audit.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { AuditList } from './AuditList.tsx';

/** Events with a filter, a page at a time. */
export function Log({ boardId, groups }: { boardId: string | undefined; groups: readonly AuditGroup[] }) {
  const { t } = useTranslation(['audit', 'common']);
  const problemText = useProblemText();
  const [group, setGroup] = useState<AuditGroup | undefined>();
  /** Where the pages before this one, and it, begin. */
  const [pages, setPages] = useState<readonly number[]>([]);
  const log = useAudit(boardId, group, pages.at(-1));
  const { events = [], next } = log.data ?? {};
  const top = useRef<HTMLFieldSetElement>(null);
  const turn = (to: readonly number[]): void => {
    setPages(to);
    top.current?.scrollIntoView();
  };
  return (
    <>
      <fieldset ref={top} className="ob-log__filter">
        <legend>{t('filter')}</legend>
        {[undefined, ...groups].map((each) => (
          <Chip
            key={each ?? 'all'}
            pressed={each === group}
            onClick={() => {
              setGroup(each);
              setPages([]);
            }}
          >
            {t(`group.${each ?? 'all'}`)}
          </Chip>
        ))}
      </fieldset>
      {log.isPending && (
        <div role="status">
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
          <Skeleton height="12rem" />
        </div>
      )}
      {log.isError && (
        <Banner
          tone="negative"
          role="alert"
          action={
            <Button size="sm" onClick={() => void log.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {problemText(log.error)}
        </Banner>
      )}
      {log.isSuccess && events.length === 0 && (
        <EmptyState icon={History} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      )}
      <AuditList events={events} />
      {events.length > 0 && (
        <nav className="ob-log__pages" aria-label={t('pages')}>
          {pages.length > 0 && (
            <Button icon={ArrowLeft} onClick={() => turn(pages.slice(0, -1))}>
              {t('newer')}
            </Button>
          )}
          {next === undefined ? (
            <p className="ob-log__end">{t('end')}</p>
          ) : (
            <Button icon={ArrowRight} onClick={() => turn([...pages, next])}>
              {t('older')}
            </Button>
          )}
        </nav>
      )}
    </>
  );
}
