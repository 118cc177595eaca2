import './FittedBoard.css';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import { useOutcomeZone } from '../../interactions/useOutcomeZone.ts';
import { Column } from './column/Column.tsx';
import { UnplacedColumn } from './column/UnplacedColumn.tsx';
import { fitBoard, sayBelow } from './fitBoard.ts';

/** The whole board on one screen: the cards say less until everything fits. */
export function FittedBoard({ columnIds }: { columnIds: readonly Id[] }) {
  const { t } = useTranslation('board');
  const { zoneProps } = useOutcomeZone('columns');
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const moreWords = (count: number): string => t('moreBelow', { count });
    const fit = (): void => fitBoard(element, moreWords);
    const count = (): void => sayBelow(element, moreWords);
    let nextFrame = 0;
    const fitSoon = (): void => {
      cancelAnimationFrame(nextFrame);
      nextFrame = requestAnimationFrame(fit);
    };
    const resized = new ResizeObserver(fit);
    resized.observe(element);
    const changed = new MutationObserver(fitSoon);
    changed.observe(element, { childList: true, characterData: true, subtree: true });
    // Long lines break elsewhere in the font that arrives.
    document.fonts.addEventListener('loadingdone', fit);
    element.addEventListener('scroll', count, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(nextFrame);
      resized.disconnect();
      changed.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
      element.removeEventListener('scroll', count, { capture: true });
    };
  }, [t]);
  return (
    <section ref={frame} className="ob-board-scroll ob-board-scroll--fitted" aria-label={t('columns')}>
      <ol {...zoneProps} className="ob-board ob-board--fitted">
        <UnplacedColumn />
        {columnIds.map((columnId) => (
          <Column key={columnId} columnId={columnId} />
        ))}
      </ol>
    </section>
  );
}
