import './Card.css';
import { type KeyboardEvent, memo, useCallback, useRef } from 'react';
import { FRAME } from '../../../../shared/board/documentRef.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex, useOrganisation } from '../../../board/boardHooks.ts';
import { usePeopleAt } from '../../../board/presenceHooks.ts';
import { useWriteRefusal } from '../../../board/rightsHooks.ts';
import { useCardDrag } from '../../../interactions/useCardDrag.ts';
import { paths } from '../../../paths.ts';
import { classNames } from '../../../ui/classNames.ts';
import { organisationColour } from '../../../ui/organisationColour.ts';
import { cardView, isSameCardView } from '../model/cardView.ts';
import { useBoardView, useViewState } from '../viewContext.ts';
import type { CardMenuState } from '../viewState.ts';
import { CardFace } from './CardFace.tsx';
import { CardMenuTrigger } from './CardMenuTrigger.tsx';
import { CardPresence } from './CardPresence.tsx';
import { CardRefusal } from './CardRefusal.tsx';

export interface CardProps {
  readonly activityId: Id;
  /** The outcome at which this showing stands; undefined for "Nog zonder opbrengst". */
  readonly outcomeId: Id | undefined;
  readonly level: 'h3' | 'h4';
}

/** One showing of an activity: it can be opened, dragged, moved by keys and by its menu. */
export const Card = memo(function Card({ activityId, outcomeId, level }: CardProps) {
  const { boardId, store, openCard } = useBoardView();
  const view = useBoardIndex((index) => cardView(index, activityId, outcomeId), isSameCardView);
  const people = usePeopleAt(activityId);
  const present = useOrganisation(people[0]?.organisationId);
  const isOpen = useViewState((state) => state.openCardId === activityId);
  // Another organisation's card can be picked up: putting it down then says why it stays. A reader moves nothing.
  const disabled = useWriteRefusal(FRAME) === 'readOnly';
  const { ref, itemProps, focusProps, isDragging, isPickedUp, edge } = useCardDrag({ activityId, outcomeId, disabled });
  const link = useRef<HTMLAnchorElement>(null);
  const openMenu = useCallback(
    (kind: CardMenuState['kind'], trigger: HTMLElement) =>
      store.set({ cardMenu: { kind, activityId, outcomeId, trigger } }),
    [store, activityId, outcomeId],
  );
  if (!view) return null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && event.key.toLowerCase() === 'm' && link.current && !isPickedUp) {
      event.preventDefault();
      openMenu('move', link.current);
      return;
    }
    focusProps.onKeyDown(event);
  };

  return (
    <li className={classNames('ob-card-slot', edge === 'before' && 'ob-card-slot--drop')}>
      <div
        ref={ref}
        {...itemProps}
        data-present={people.length > 0 || undefined}
        data-organisation-colour={people.length > 0 ? organisationColour(present?.colour ?? 0) : undefined}
        className={classNames(
          'ob-card',
          !view.isHome && 'ob-card--further',
          view.activity.draft && 'ob-card--draft',
          isOpen && 'ob-card--open',
          isDragging && 'ob-card--dragging',
          isPickedUp && 'ob-card--lifted',
        )}
      >
        <CardFace
          view={view}
          level={level}
          linkProps={{
            ...focusProps,
            ref: link,
            href: paths.card(boardId, activityId),
            draggable: false,
            'aria-current': isOpen ? 'true' : undefined,
            onKeyDown,
            onClick: (event) => {
              // A new tab or window stays what the browser makes of it.
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
              event.preventDefault();
              openCard(activityId);
            },
          }}
        />
        <CardMenuTrigger title={view.activity.title} tabIndex={focusProps.tabIndex} onOpen={openMenu} />
        {people.length > 0 && <CardPresence people={people} code={present?.code} />}
        <CardRefusal activityId={activityId} />
      </div>
    </li>
  );
});
