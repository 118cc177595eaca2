import './Section.css';
import { ChevronDown, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FRAME } from '../../../../shared/board/documentRef.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { useNumberOf, useOutcome } from '../../../board/boardHooks.ts';
import { useWriteRefusal } from '../../../board/rightsHooks.ts';
import { useCardZone } from '../../../interactions/useCardZone.ts';
import { useOutcomeDrag } from '../../../interactions/useOutcomeDrag.ts';
import { classNames } from '../../../ui/classNames.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CardList } from '../card/CardList.tsx';
import { CardRefusal } from '../card/CardRefusal.tsx';
import { useBoardView, useViewState } from '../viewContext.ts';
import { AddActivity } from './AddActivity.tsx';
import { useCanAdd } from './AddActivityButton.tsx';
import { OutcomeCount } from './OutcomeCount.tsx';
import { OutcomeMenuTrigger } from './OutcomeMenuTrigger.tsx';
import { OutcomeTitle } from './OutcomeTitle.tsx';

export interface SectionProps {
  readonly sectionId: Id;
  readonly columnId: Id;
}

/** A part of a column with its own number, title, count and cards; it folds up. */
export function Section({ sectionId, columnId }: SectionProps) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const outcome = useOutcome(sectionId);
  const number = useNumberOf(sectionId);
  const isCollapsed = useViewState((state) => state.collapsed.has(sectionId));
  const isAdding = useViewState((state) => state.addingAt === sectionId);
  const isRenaming = useViewState((state) => state.renaming === sectionId);
  const canAdd = useCanAdd();
  const canChange = useWriteRefusal(FRAME) === undefined;
  const { zoneProps, isOver, isAtEnd } = useCardZone(sectionId);
  const drag = useOutcomeDrag({ outcomeId: sectionId, kind: 'section', disabled: !canChange });
  if (!outcome) return null;
  const label = `${number} ${outcome.title}`;
  const headingId = `outcome-${sectionId}`;
  return (
    <li
      ref={drag.ref}
      {...drag.itemProps}
      {...zoneProps}
      data-outcome={sectionId}
      data-focus-around
      className={classNames(
        'ob-section',
        isOver && 'ob-section--over',
        drag.isDragging && 'ob-section--dragging',
        drag.edge === 'before' && 'ob-section--drop',
      )}
    >
      <div className="ob-section__head" ref={drag.handleRef}>
        <h3 className="ob-section__title" id={headingId}>
          {isRenaming ? (
            <OutcomeTitle
              outcomeId={sectionId}
              title={outcome.title}
              onDone={() => document.querySelector<HTMLElement>(`[data-outcome-menu="${sectionId}"]`)?.focus()}
            />
          ) : (
            <button
              type="button"
              className="ob-section__toggle"
              aria-expanded={!isCollapsed}
              onClick={() => store.toggle('collapsed', [sectionId])}
            >
              <Icon of={ChevronDown} size={15} />
              <span>
                {number} {outcome.title}
              </span>
            </button>
          )}
        </h3>
        <OutcomeCount outcomeId={sectionId} />
        <div className="ob-section__actions">
          {canAdd && (
            <IconButton
              icon={Plus}
              size="sm"
              label={t('addActivityTo', { label })}
              tooltip=""
              data-add-at={sectionId}
              onClick={() => {
                store.toggle('collapsed', [sectionId], false);
                store.set({ addingAt: sectionId });
              }}
            />
          )}
          <OutcomeMenuTrigger outcome={outcome} />
        </div>
      </div>
      <CardRefusal activityId={sectionId} />
      {!isCollapsed && (
        <>
          <CardList outcomeId={sectionId} columnId={columnId} level="h4" label={label} isDropEnd={isAtEnd} />
          {isAdding && <AddActivity targets={[{ id: sectionId, label }]} />}
        </>
      )}
    </li>
  );
}
