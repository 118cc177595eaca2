import './Column.css';
import { useTranslation } from 'react-i18next';
import { FRAME } from '../../../../shared/board/documentRef.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex, useOutcome, useSectionIds } from '../../../board/boardHooks.ts';
import { useWriteRefusal } from '../../../board/rightsHooks.ts';
import { useCardZone } from '../../../interactions/useCardZone.ts';
import { useOutcomeDrag } from '../../../interactions/useOutcomeDrag.ts';
import { useOutcomeZone } from '../../../interactions/useOutcomeZone.ts';
import { classNames } from '../../../ui/classNames.ts';
import { CardList } from '../card/CardList.tsx';
import { outcomeLabel } from '../model/outcomeLabel.ts';
import { useBoardView, useViewState } from '../viewContext.ts';
import { AddOutcomes } from './AddOutcomes.tsx';
import { CollapsedColumn } from './CollapsedColumn.tsx';
import { ColumnFoot } from './ColumnFoot.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { Section } from './Section.tsx';

/** Lets the keyboard reach and scroll a list in which nothing else is a tab stop. */
const SCROLLS = { tabIndex: 0, role: 'group' } as const;

export interface ColumnProps {
  readonly columnId: Id;
  /** It stands alone, over the whole width. */
  readonly isFocused?: boolean;
}

/** An outcome as a sheet: its head, its own cards, its sections, and "+ Activiteit" at the end. */
export function Column({ columnId, isFocused = false }: ColumnProps) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const outcome = useOutcome(columnId);
  const sectionIds = useSectionIds(columnId);
  const label = useBoardIndex((index) => outcomeLabel(index.tree, columnId));
  const isCollapsed = useViewState((state) => !isFocused && state.collapsed.has(columnId));
  const isAddingSection = useViewState(
    ({ addingOutcome }) =>
      addingOutcome !== undefined && 'parentId' in addingOutcome && addingOutcome.parentId === columnId,
  );
  const canChange = useWriteRefusal(FRAME) === undefined;
  const { zoneProps, isOver, isAtEnd } = useCardZone(columnId);
  const sections = useOutcomeZone(`sections:${columnId}`);
  const drag = useOutcomeDrag({ outcomeId: columnId, kind: 'column', disabled: !canChange });
  if (!outcome) return null;
  const headingId = `outcome-${columnId}`;
  const shared = {
    ref: drag.ref,
    ...drag.itemProps,
    ...zoneProps,
    'data-outcome': columnId,
    'data-focus-around': true,
  };
  const state = classNames(
    isOver && 'ob-column--over',
    drag.isDragging && 'ob-column--dragging',
    drag.edge === 'before' && 'ob-column--drop',
  );
  if (isCollapsed) {
    return (
      <li {...shared} className={classNames('ob-column ob-column--collapsed', state)}>
        <CollapsedColumn outcome={outcome} />
      </li>
    );
  }
  return (
    <li
      {...shared}
      className={classNames(
        'ob-column',
        outcome.kind === 'extra' && 'ob-column--extra',
        isFocused && 'ob-column--focused',
        state,
      )}
      aria-labelledby={headingId}
    >
      <ColumnHead outcome={outcome} headingId={headingId} handleRef={drag.handleRef} canDrag={canChange} />
      <div className="ob-column__body" {...(sectionIds.length === 0 && { ...SCROLLS, 'aria-labelledby': headingId })}>
        <CardList outcomeId={columnId} columnId={columnId} level="h3" label={label} isDropEnd={isAtEnd} />
        {sectionIds.length > 0 && (
          <ol {...sections.zoneProps} className="ob-column__sections">
            {sectionIds.map((sectionId) => (
              <Section key={sectionId} sectionId={sectionId} columnId={columnId} />
            ))}
          </ol>
        )}
        {isAddingSection && (
          <div className="ob-column__add-section">
            <AddOutcomes
              parentId={columnId}
              label={t('newSection')}
              hint={t('pasteHint')}
              onClose={() => store.set({ addingOutcome: undefined })}
            />
          </div>
        )}
      </div>
      <ColumnFoot columnId={columnId} label={label} sectionIds={sectionIds} />
    </li>
  );
}
