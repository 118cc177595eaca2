import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { useTree } from '../../../board/boardHooks.ts';
import { outcomeLabel } from '../model/outcomeLabel.ts';
import { useViewState } from '../viewContext.ts';
import { AddActivity } from './AddActivity.tsx';
import { AddActivityButton, useCanAdd } from './AddActivityButton.tsx';

export interface ColumnFootProps {
  readonly columnId: Id;
  readonly label: string;
  readonly sectionIds: readonly Id[];
}

/** The end of a column: the button, or the field to add activities. */
export function ColumnFoot({ columnId, label, sectionIds }: ColumnFootProps) {
  const isAdding = useViewState((state) => state.addingAt === columnId);
  const canAdd = useCanAdd();
  if (!canAdd) return null;
  return (
    <footer className="ob-column__foot">
      {isAdding ? (
        <AddHere columnId={columnId} label={label} sectionIds={sectionIds} />
      ) : (
        <AddActivityButton outcomeId={columnId} label={label} />
      )}
    </footer>
  );
}

function AddHere({ columnId, label, sectionIds }: ColumnFootProps) {
  const { t } = useTranslation('board');
  const tree = useTree();
  if (sectionIds.length === 0) return <AddActivity targets={[{ id: columnId, label }]} />;
  const sections = sectionIds.map((id) => ({ id, label: outcomeLabel(tree, id) }));
  return <AddActivity targets={[{ id: columnId, label: t('ownPlace') }, ...sections]} />;
}
