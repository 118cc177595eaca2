import '../../../ui/Count.css';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useTotalsAt } from '../viewContext.ts';

/** Number of cards at an outcome, each once; under a filter how many of them are shown; own drafts beside. */
export function OutcomeCount({ outcomeId }: { outcomeId: Id }) {
  const { t } = useTranslation('board');
  const { cards, shown, drafts } = useTotalsAt(outcomeId);
  const shared = shown === cards ? t('activities', { count: cards }) : t('shownOf', { shown, count: cards });
  const words = drafts > 0 ? shared + t('andDrafts', { count: drafts }) : shared;
  return (
    <span className="ob-count" title={words}>
      <span aria-hidden="true">{shown === cards ? cards : `${shown}/${cards}`}</span>
      {drafts > 0 && (
        <span className="ob-count__drafts" aria-hidden="true">
          {` +${drafts}`}
        </span>
      )}
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
