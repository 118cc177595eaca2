import './ColumnHead.css';
import { Info } from 'lucide-react';
import type { RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../../shared/board/board.ts';
import { useNumberOf } from '../../../board/boardHooks.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CardRefusal } from '../card/CardRefusal.tsx';
import { useBoardView, useViewState } from '../viewContext.ts';
import { ColumnIndicator } from './ColumnIndicator.tsx';
import { ColumnProgress } from './ColumnProgress.tsx';
import { Guidance, hasGuidance } from './Guidance.tsx';
import { OutcomeCount } from './OutcomeCount.tsx';
import { OutcomeMenuTrigger } from './OutcomeMenuTrigger.tsx';
import { OutcomeTitle } from './OutcomeTitle.tsx';

export interface ColumnHeadProps {
  readonly outcome: Outcome;
  readonly headingId: string;
  /** The part by which the column is dragged. */
  readonly handleRef: RefCallback<HTMLElement>;
  readonly canDrag: boolean;
}

/** Number and title, first indicator, progress and count; the explanation opens below. */
export function ColumnHead({ outcome, headingId, handleRef, canDrag }: ColumnHeadProps) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const number = useNumberOf(outcome.id);
  const isExplained = useViewState((state) => state.explained.has(outcome.id));
  const guidanceId = `guidance-${outcome.id}`;
  return (
    <header className="ob-column__head">
      <div className="ob-column__name" ref={handleRef} data-draggable={canDrag || undefined}>
        <h2 className="ob-column__title" id={headingId}>
          <span className="ob-column__number">{number}</span>{' '}
          <OutcomeTitle
            outcomeId={outcome.id}
            title={outcome.title}
            onDone={() => document.querySelector<HTMLElement>(`[data-outcome-menu="${outcome.id}"]`)?.focus()}
          />
        </h2>
      </div>
      <div className="ob-column__tools">
        {hasGuidance(outcome) && (
          <IconButton
            icon={Info}
            size="sm"
            label={t('explain', { title: outcome.title })}
            tooltip={t('explanation')}
            aria-expanded={isExplained}
            aria-controls={guidanceId}
            onClick={() => store.toggle('explained', [outcome.id])}
          />
        )}
        <OutcomeMenuTrigger outcome={outcome} />
      </div>
      <ColumnIndicator outcomeId={outcome.id} />
      <div className="ob-column__measure">
        <ColumnProgress columnId={outcome.id} />
        <OutcomeCount outcomeId={outcome.id} />
      </div>
      {isExplained && <Guidance outcome={outcome} id={guidanceId} />}
      <CardRefusal activityId={outcome.id} />
    </header>
  );
}
