import '../../../ui/Count.css';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useTotalsAt } from '../viewContext.ts';

/** Number of cards at an outcome, each once; under a filter how many of them are shown. */
export function OutcomeCount({ outcomeId }: { outcomeId: Id }) {
  const { t } = useTranslation('board');
  const { cards, shown } = useTotalsAt(outcomeId);
  const words = shown === cards ? t('activities', { count: cards }) : t('shownOf', { shown, count: cards });
  return (
    <span className="ob-count" title={words}>
      <span aria-hidden="true">{shown === cards ? cards : `${shown}/${cards}`}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
