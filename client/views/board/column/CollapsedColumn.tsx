import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../../shared/board/board.ts';
import { useNumberOf } from '../../../board/boardHooks.ts';
import { useBoardView } from '../viewContext.ts';
import { OutcomeCount } from './OutcomeCount.tsx';

/** A column that is folded up: a strip with its number, title and count. */
export function CollapsedColumn({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const number = useNumberOf(outcome.id);
  return (
    <h2 className="ob-strip">
      <button
        type="button"
        className="ob-strip__button"
        aria-expanded="false"
        aria-label={t('expandColumn', { title: `${number} ${outcome.title}` })}
        title={outcome.title}
        data-outcome-menu={outcome.id}
        onClick={() => store.toggle('collapsed', [outcome.id], false)}
      >
        <span className="ob-column__number">{number}</span>
        <OutcomeCount outcomeId={outcome.id} />
        <span className="ob-strip__title">{outcome.title}</span>
      </button>
    </h2>
  );
}
