import { type KeyboardEvent, useCallback, useEffect } from 'react';
import type { Id } from '../../shared/board/ids.ts';
import { useObserved } from '../board/useObserved.ts';
import type { DragSession } from './dragSession.ts';
import { cardZone } from './dropTarget.ts';
import { useInteractions } from './interactionsContext.ts';
import { focusKey } from './rovingCard.ts';
import { touchDrag } from './touchDrag.ts';
import { withMouseDrag } from './withMouseDrag.ts';

export interface CardDragOptions {
  readonly activityId: Id;
  /** Where this showing stands; undefined under "Nog zonder opbrengst". */
  readonly outcomeId: Id | undefined;
  /** The person may not move it. */
  readonly disabled?: boolean;
}

export interface CardDrag {
  /** For the card's outer element. */
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly itemProps: { readonly 'data-drop-item': Id };
  /** For the one thing in the card that takes the focus. */
  readonly focusProps: {
    readonly tabIndex: 0 | -1;
    readonly 'data-card-focus': string;
    readonly 'aria-describedby'?: string;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly isDragging: boolean;
  /** In hand by keys. */
  readonly isPickedUp: boolean;
  /** Something would land before this card. */
  readonly edge: 'before' | undefined;
}

/** Ends a move by keys of a card that lost the focus or left the screen: no key would reach it any more. */
function letGo(session: DragSession, activityId: Id): void {
  const drag = session.drag.get();
  if (drag?.by === 'keys' && drag.source.kind === 'card' && drag.source.activityId === activityId) session.stop();
}

/** Makes one showing of a card movable and part of the arrow keys' round. */
export function useCardDrag({ activityId, outcomeId, disabled = false }: CardDragOptions): CardDrag {
  const { session, roving, drop, onCardKey, instructionsId } = useInteractions();
  const zone = cardZone(outcomeId);
  const key = focusKey({ zone, activityId });

  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element || disabled) return undefined;
      const source = () => ({ kind: 'card', activityId, outcomeId }) as const;
      const stopMouse = withMouseDrag(({ mouseDrag }) => mouseDrag(element, element, source));
      const stopTouch = touchDrag(element, element, source, session, drop);
      return () => {
        stopMouse();
        stopTouch();
      };
    },
    [activityId, outcomeId, disabled, session, drop],
  );

  useEffect(() => roving.mount(key), [roving, key]);
  useEffect(() => () => letGo(session, activityId), [session, activityId]);

  const by = useObserved(session.drag, (drag) => {
    const source = drag?.source;
    const isThis = source?.kind === 'card' && source.activityId === activityId && source.outcomeId === outcomeId;
    return isThis ? drag?.by : undefined;
  });
  const isBefore = useObserved(
    session.drag,
    (drag) => drag?.target?.zone === zone && drag.target.beforeId === activityId,
  );
  const isTabStop = useObserved(roving.current, (current) => current === key);

  return {
    ref,
    itemProps: { 'data-drop-item': activityId },
    focusProps: {
      tabIndex: isTabStop ? 0 : -1,
      'data-card-focus': key,
      ...(disabled ? {} : { 'aria-describedby': instructionsId }),
      onFocus: () => roving.visit(key),
      onBlur: () => letGo(session, activityId),
      onKeyDown: (event) => onCardKey(event, { zone, activityId }, disabled),
    },
    isDragging: by !== undefined,
    isPickedUp: by === 'keys',
    edge: isBefore ? 'before' : undefined,
  };
}
