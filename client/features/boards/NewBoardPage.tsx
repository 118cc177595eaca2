import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { api } from '../../api.ts';
import { HomeBar } from '../../HomeBar.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageShell } from '../../ui/PageShell.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { NewBoardForm } from './NewBoardForm.tsx';
import { TemplatePicker } from './TemplatePicker.tsx';
import './boards.css';

/** A new board from one of the plans, or an empty one. */
export function NewBoardPage() {
  const { t } = useTranslation(['boards', 'common']);
  const problemText = useProblemText();
  const list = useQuery({ queryKey: ['templates'], queryFn: api.templates.list, staleTime: Number.POSITIVE_INFINITY });
  const [chosen, setChosen] = useState<string>();
  const templates = list.data?.templates ?? [];
  const template = templates.find((candidate) => candidate.name === chosen) ?? templates[0];
  usePageTitle(t('newPageTitle'));

  return (
    <PageShell bar={<HomeBar />}>
      <header className="ob-page__header">
        <div>
          <h1 className="ob-page__title">{t('newPageTitle')}</h1>
          <p className="ob-page__lead">{t('newLead')}</p>
        </div>
      </header>
      {list.isPending && (
        <div role="status" className="ob-templates">
          <VisuallyHidden>{t('templatesLoading')}</VisuallyHidden>
          {['a', 'b', 'c', 'd'].map((key) => (
            <div key={key} className="ob-template">
              <Skeleton height="112px" />
              <Skeleton width="60%" height="1.3em" />
              <Skeleton width="85%" />
            </div>
          ))}
        </div>
      )}
      {list.isError && (
        <Banner
          tone="negative"
          role="alert"
          action={
            <Button size="sm" onClick={() => void list.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {problemText(list.error)}
        </Banner>
      )}
      {template && (
        <div className="ob-new-board">
          <TemplatePicker templates={templates} chosen={template.name} onChoose={setChosen} />
          <NewBoardForm key={template.name} template={template} />
        </div>
      )}
    </PageShell>
  );
}
