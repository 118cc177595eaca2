import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { useYears } from '../../board/boardHooks.ts';
import { BoardTextField } from '../../editor/BoardTextField.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { resultYears } from './textFields.ts';

export interface ResultsTableProps {
  readonly activity: Activity;
  readonly writable: boolean;
  readonly refusedBy: string | undefined;
  readonly startOpen: boolean;
  readonly onFocus: () => void;
}

/** The results, a column for each year; below one another where there is no room. */
export function ResultsTable({ activity, writable, refusedBy, startOpen, onFocus }: ResultsTableProps) {
  const { t } = useTranslation('activity');
  const id = useId();
  const years = resultYears(activity, useYears());
  return (
    <section className="ob-activity-results" aria-labelledby={id}>
      <h3 id={id} className="ob-activity-results__title">
        {t('results')}
      </h3>
      <div className="ob-activity-results__years" data-pairs={years.length % 2 === 0}>
        {years.map((year, index) => (
          <BoardTextField
            key={year}
            className="ob-activity-results__year"
            level="h4"
            label={t('resultsOf', { year })}
            heading={
              <>
                <VisuallyHidden>{t('results')} </VisuallyHidden>
                {year}
              </>
            }
            hasStatuses
            textRef={{ kind: 'activity', id: activity.id, field: `resultsText:${year}` }}
            text={activity.texts[`resultsText:${year}`]}
            placeholder={t('resultsPlaceholder')}
            writable={writable}
            refusedBy={refusedBy}
            startOpen={startOpen && index === 0}
            onFocusChange={(focused) => focused && onFocus()}
          />
        ))}
      </div>
    </section>
  );
}
