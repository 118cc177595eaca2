import './PhoneBoard.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import { useTree, useUnplaced } from '../../board/boardHooks.ts';
import { useOutcomeZone } from '../../interactions/useOutcomeZone.ts';
import { Column } from './column/Column.tsx';
import { UnplacedColumn } from './column/UnplacedColumn.tsx';
import { UNPLACED } from './model/boardModel.ts';
import { useBoardView, useViewState } from './viewContext.ts';

/** One column at a time; the outcomes are a strip of pills above it. */
export function PhoneBoard({ columnIds }: { columnIds: readonly Id[] }) {
  const { t } = useTranslation('board');
  const { zoneProps } = useOutcomeZone('columns');
  const { store } = useBoardView();
  const tree = useTree();
  const hasUnplaced = useUnplaced().length > 0;
  const chosen = useViewState((state) => state.phoneColumn);
  const ids = hasUnplaced ? [UNPLACED, ...columnIds] : columnIds;
  const current = ids.find((id) => id === chosen) ?? columnIds[0] ?? UNPLACED;
  const strip = useRef<HTMLUListElement>(null);
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    strip.current
      ?.querySelector(`[data-pill="${CSS.escape(current)}"]`)
      ?.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'smooth' });
    scroll.current?.scrollTo({ top: 0 });
  }, [current]);

  const labelOf = (id: Id): string => {
    const column = tree.columnOf.get(id);
    return column ? `${column.number} ${column.outcome.title}` : t('unplaced');
  };
  return (
    <>
      <nav aria-label={t('columns')}>
        <ul className="ob-pills" ref={strip}>
          {ids.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="ob-pills__pill"
                data-pill={id}
                aria-current={id === current ? 'true' : undefined}
                onClick={() => store.set({ phoneColumn: id, addingAt: undefined })}
              >
                <span>{labelOf(id)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ob-board-scroll ob-board-scroll--phone" ref={scroll}>
        <ol {...zoneProps} className="ob-board">
          {current === UNPLACED ? <UnplacedColumn /> : <Column key={current} columnId={current} isFocused />}
        </ol>
      </div>
    </>
  );
}
