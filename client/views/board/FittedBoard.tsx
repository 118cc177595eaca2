import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import { useBoardIndex, useUnplaced } from '../../board/boardHooks.ts';
import { useOutcomeZone } from '../../interactions/useOutcomeZone.ts';
import { Column } from './column/Column.tsx';
import { UnplacedColumn } from './column/UnplacedColumn.tsx';
import { type BoardModel, shownAt, UNPLACED } from './model/boardModel.ts';
import { type ColumnSize, type FitLayout, fitLayout } from './model/fitLayout.ts';
import { useBoardView, useViewState } from './viewContext.ts';

function sizesOf(model: BoardModel, columnIds: readonly Id[]): ColumnSize[] {
  const { index } = model;
  const titlesAt = (id: Id): number[] =>
    shownAt(model, id).map(({ activityId }) => index.board.activities.get(activityId)?.title.length ?? 0);
  return columnIds.map((id) => {
    const sections = index.tree.columnOf.get(id)?.sections ?? [];
    return {
      titleLength: (index.board.outcomes.get(id)?.title.length ?? 0) + 2,
      sectionTitleLengths: sections.map(({ outcome, number }) => outcome.title.length + number.length + 1),
      cardTitleLengths: [id, ...sections.map(({ outcome }) => outcome.id)].flatMap(titlesAt),
    };
  });
}

const isSameLayout = (a: FitLayout, b: FitLayout): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The whole board on one screen: small cards, and as many columns beside one another as show the most. */
export function FittedBoard({ columnIds }: { columnIds: readonly Id[] }) {
  const { t } = useTranslation('board');
  const { zoneProps } = useOutcomeZone('columns');
  const frame = useRef<HTMLElement>(null);
  const [size, setSize] = useState({ width: 1880, height: 940 });
  const hasUnplaced = useUnplaced().length > 0;
  const { store } = useBoardView();
  const filter = useViewState((state) => state.filter);
  const all = hasUnplaced ? [UNPLACED, ...columnIds] : columnIds;
  const layout = useBoardIndex(
    (index) => fitLayout(sizesOf(store.model(index, filter), all), size.width, size.height),
    isSameLayout,
  );
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const style: CSSProperties = {
    gridTemplateColumns: `repeat(${layout.perRow}, minmax(0, 1fr))`,
    gridTemplateRows: layout.rowShares.map((share) => `minmax(0, ${Math.max(share, 0.08).toFixed(3)}fr)`).join(' '),
  };
  return (
    <section ref={frame} className="ob-board-scroll ob-board-scroll--fitted" aria-label={t('columns')}>
      <ol {...zoneProps} className="ob-board ob-board--fitted" style={style}>
        <UnplacedColumn />
        {columnIds.map((columnId) => (
          <Column key={columnId} columnId={columnId} />
        ))}
      </ol>
    </section>
  );
}
