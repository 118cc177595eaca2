import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import { useOutcomeZone } from '../../interactions/useOutcomeZone.ts';
import { Button } from '../../ui/Button.tsx';
import { Column } from './column/Column.tsx';
import { useBoardView } from './viewContext.ts';

/** One outcome over the whole width, for a conversation about that one. */
export function FocusedBoard({ columnId }: { columnId: Id }) {
  const { t } = useTranslation('board');
  const { zoneProps } = useOutcomeZone('columns');
  const { store } = useBoardView();
  return (
    <div className="ob-board-scroll ob-board-scroll--focused">
      <Button icon={Columns3} size="sm" onClick={() => store.set({ focusId: undefined })}>
        {t('showAllColumns')}
      </Button>
      <ol {...zoneProps} className="ob-board">
        <Column columnId={columnId} isFocused />
      </ol>
    </div>
  );
}
