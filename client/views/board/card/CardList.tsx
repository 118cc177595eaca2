import { useEffect } from 'react';
import type { Id } from '../../../../shared/board/ids.ts';
import { UNPLACED } from '../model/boardModel.ts';
import { useGrowingLimit } from '../useGrowingLimit.ts';
import { useShownAt, useViewState } from '../viewContext.ts';
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

/** The cards at one outcome, as many as the filter leaves. */
export function CardList({ outcomeId, columnId, level, label, isDropEnd }: CardListProps) {
  const shown = useShownAt(outcomeId);
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
    </>
  );
}
