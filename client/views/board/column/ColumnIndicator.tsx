import { Target } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex } from '../../../board/boardHooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { firstIndicator, type IndicatorLine } from '../model/firstIndicator.ts';

function isSameLine(a: IndicatorLine | undefined, b: IndicatorLine | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** An outcome's first indicator, with its target or the direction in which it must go. */
export function ColumnIndicator({ outcomeId }: { outcomeId: Id }) {
  const { t, i18n } = useTranslation('board');
  const line = useBoardIndex((index) => firstIndicator(index.board.indicators, outcomeId), isSameLine);
  if (!line) return null;
  const { goal } = line;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const said =
    goal.kind === 'target'
      ? `${number.format(goal.value)}${goal.unit === '%' ? '%' : goal.unit && ` ${goal.unit}`} ${t('inYear', { year: goal.year })}`
      : t(goal.kind === 'direction' ? `direction.${goal.direction}` : 'toBeDetermined');
  const title = line.further > 0 ? `${line.title}\n${t('furtherIndicators', { count: line.further })}` : line.title;
  return (
    <p className="ob-indicator" title={title}>
      <Icon of={Target} size={15} label={t('indicator')} />
      <span className="ob-indicator__title">{line.title}</span>
      <b className="ob-indicator__goal" title={said}>
        {said}
      </b>
    </p>
  );
}
