import { useEffect } from 'react';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex } from '../../../board/boardHooks.ts';
import { allAt, UNPLACED } from '../model/boardModel.ts';
import { useGrowingLimit } from '../useGrowingLimit.ts';
import { useBoardView, useShownAt, useViewState } from '../viewContext.ts';
import { Card } from './Card.tsx';

export interface CardListProps {
  /** An outcome or `UNPLACED`. */
  readonly outcomeId: Id;
  /** The column that it is or stands in. */
  readonly columnId: Id;
  readonly level: 'h3' | 'h4';
  readonly label: string;
  /** A card that is held would land after the last one. */
  readonly isDropEnd: boolean;
}

/** The cards at one outcome, and in words how many of them the filter hides. */
export function CardList({ outcomeId, columnId, level, label, isDropEnd }: CardListProps) {
  const { t } = useBoardView();
  const shown = useShownAt(outcomeId);
  const hidden = useBoardIndex((index) => allAt(index, outcomeId).length) - shown.length;
  const isAdding = useViewState((state) => state.addingAt === outcomeId || state.addingAt === columnId);
  const { limit, showAll } = useGrowingLimit(shown.length);
  // A new card comes last and must be there to be scrolled to.
  useEffect(() => {
    if (isAdding) showAll();
  }, [isAdding, showAll]);
  return (
    <>
      {shown.length > 0 && (
        <ul className="ob-cards" aria-label={label}>
          {shown.slice(0, limit).map(({ activityId }) => (
            <Card
              key={activityId}
              activityId={activityId}
              outcomeId={outcomeId === UNPLACED ? undefined : outcomeId}
              level={level}
            />
          ))}
        </ul>
      )}
      {isDropEnd && <div className="ob-drop-end" />}
      {hidden > 0 && <p className="ob-cards__hidden">{t('hiddenByFilter', { count: hidden })}</p>}
    </>
  );
}
