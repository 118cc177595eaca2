import './ResultDots.css';
import type { Activity } from '../../../../shared/board/board.ts';
import { type ResultState, resultDots, statusesByYear } from '../model/resultDots.ts';
import { useBoardView } from '../viewContext.ts';

const ORDER: readonly ResultState[] = ['given', 'toBeDetermined', 'awaitingSubsidy', 'notApplicable', 'blank'];

/** A card's results at a glance: one dot each, year by year; the words go with it. */
export function ResultDots({ activity, years }: { activity: Activity; years: readonly number[] }) {
  const { t } = useBoardView();
  if (years.length === 0) return null;
  const said = statusesByYear(activity, years).map((statuses, index) => {
    const counts = ORDER.map((status) => ({ status, count: statuses.filter((other) => other === status).length }));
    const parts = counts.filter(({ count }) => count > 0).map(({ status, count }) => t(`result.${status}`, { count }));
    return `${years[index]}: ${parts.join(', ')}`;
  });
  return (
    <span className="ob-results" role="img" aria-label={`${t('results')} ${said.join('; ')}`} title={said.join('\n')}>
      {resultDots(activity, years).map(({ year, dots }) => (
        <span key={year} className="ob-results__year">
          {dots.map(({ status, count }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity beyond their position
            <span key={position} className={`ob-results__dot ob-results__dot--${status}`}>
              {count > 1 ? count : null}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
