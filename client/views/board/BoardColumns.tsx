import { Plus } from 'lucide-react';
import { Fragment, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FRAME } from '../../../shared/board/documentRef.ts';
import { useColumnIds, useUnplaced } from '../../board/boardHooks.ts';
import { useWriteRefusal } from '../../board/rightsHooks.ts';
import { useOutcomeZone } from '../../interactions/useOutcomeZone.ts';
import { screen } from '../../screen.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SkeletonColumns } from './BoardSkeleton.tsx';
import { AddColumn } from './column/AddColumn.tsx';
import { Column } from './column/Column.tsx';
import { UnplacedColumn } from './column/UnplacedColumn.tsx';
import { NothingFound } from './NothingFound.tsx';
import { useIsPhone } from './useMediaQuery.ts';
import { useBoardView, useNothingFound, useViewState } from './viewContext.ts';

// Each screen draws the board in one of these ways, so only the usual one is part of the first load.
const EmptyBoard = screen(
  () => import('./EmptyBoard.tsx'),
  (m) => m.EmptyBoard,
);
const FittedBoard = lazy(() => import('./FittedBoard.tsx').then((m) => ({ default: m.FittedBoard })));
const FocusedBoard = lazy(() => import('./FocusedBoard.tsx').then((m) => ({ default: m.FocusedBoard })));
const PhoneBoard = lazy(() => import('./PhoneBoard.tsx').then((m) => ({ default: m.PhoneBoard })));

/** The columns, in the way that was asked for and that the screen allows. */
export function BoardColumns() {
  return (
    <Suspense fallback={<SkeletonColumns />}>
      <ColumnsAsAsked />
    </Suspense>
  );
}

function ColumnsAsAsked() {
  const columnIds = useColumnIds();
  const hasUnplaced = useUnplaced().length > 0;
  const focusId = useViewState((state) => state.focusId);
  const fitted = useViewState((state) => state.fitted);
  const isPhone = useIsPhone();
  const isNothingFound = useNothingFound();
  if (columnIds.length === 0 && !hasUnplaced) return <EmptyBoard />;
  if (isNothingFound) return <NothingFound />;
  if (isPhone) return <PhoneBoard columnIds={columnIds} />;
  if (focusId !== undefined && columnIds.includes(focusId)) return <FocusedBoard columnId={focusId} />;
  if (fitted) return <FittedBoard columnIds={columnIds} />;
  return <Columns columnIds={columnIds} />;
}

function Columns({ columnIds }: { columnIds: readonly string[] }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const { zoneProps } = useOutcomeZone('columns');
  const canChange = useWriteRefusal(FRAME) === undefined;
  const addingAfter = useViewState(({ addingOutcome }) =>
    addingOutcome && 'afterId' in addingOutcome ? (addingOutcome.afterId ?? columnIds.at(-1) ?? '') : undefined,
  );
  const isEmpty = columnIds.length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="ob-board-scroll" tabIndex={0} aria-label={t('columns')}>
      <ol {...zoneProps} className="ob-board">
        <UnplacedColumn />
        {columnIds.map((columnId, position) => (
          <Fragment key={columnId}>
            <Column columnId={columnId} />
            {addingAfter === columnId && <AddColumn beforeId={columnIds[position + 1]} />}
          </Fragment>
        ))}
        {isEmpty && addingAfter !== undefined && <AddColumn beforeId={undefined} />}
        {canChange && addingAfter === undefined && (
          <li className="ob-add-column">
            <button
              type="button"
              className="ob-add-column__button"
              data-add-outcome
              onClick={() => store.set({ addingOutcome: { afterId: undefined } })}
            >
              <Icon of={Plus} size={18} />
              {t('addColumn')}
            </button>
          </li>
        )}
      </ol>
    </section>
  );
}
