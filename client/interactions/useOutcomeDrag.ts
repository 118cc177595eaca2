import { useCallback, useRef } from 'react';
import type { Id } from '../../shared/board/ids.ts';
import { useObserved } from '../board/useObserved.ts';
import { accepts } from './dropTarget.ts';
import { useInteractions } from './interactionsContext.ts';
import { touchDrag } from './touchDrag.ts';
import { withMouseDrag } from './withMouseDrag.ts';

export interface OutcomeDrag {
  /** For the column's or section's element. */
  readonly ref: (element: HTMLElement | null) => void;
  /** For its grip, inside that element. */
  readonly handleRef: (handle: HTMLElement | null) => (() => void) | undefined;
  readonly itemProps: { readonly 'data-drop-item': Id };
  readonly isDragging: boolean;
  readonly edge: 'before' | undefined;
}

/** Makes a column or section movable among its like, by its grip. */
export function useOutcomeDrag(options: {
  readonly outcomeId: Id;
  readonly kind: 'column' | 'section';
  readonly disabled?: boolean;
}): OutcomeDrag {
  const { outcomeId, kind, disabled = false } = options;
  const { session, drop } = useInteractions();
  const whole = useRef<HTMLElement | null>(null);

  const ref = useCallback((element: HTMLElement | null) => {
    whole.current = element;
  }, []);

  const handleRef = useCallback(
    (handle: HTMLElement | null) => {
      // The grip stands inside the element; React attaches its ref first, so the element is looked up from here.
      const element = whole.current ?? handle?.closest<HTMLElement>(`[data-drop-item="${CSS.escape(outcomeId)}"]`);
      if (!handle || !element || disabled) return undefined;
      const source = () => ({ kind, outcomeId }) as const;
      const stopMouse = withMouseDrag(({ mouseDrag }) => mouseDrag(element, handle, source));
      const stopTouch = touchDrag(element, handle, source, session, drop);
      return () => {
        stopMouse();
        stopTouch();
      };
    },
    [outcomeId, kind, disabled, session, drop],
  );

  const isDragging = useObserved(session.drag, (drag) => {
    const source = drag?.source;
    return source !== undefined && source.kind !== 'card' && source.outcomeId === outcomeId;
  });
  const isBefore = useObserved(session.drag, (drag) => {
    const target = drag?.target;
    return target?.beforeId === outcomeId && accepts(target.zone, { kind, outcomeId });
  });

  return {
    ref,
    handleRef,
    itemProps: { 'data-drop-item': outcomeId },
    isDragging,
    edge: isBefore ? 'before' : undefined,
  };
}
