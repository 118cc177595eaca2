import './AddActivity.css';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { draft, party } from '../../../../shared/board/documentRef.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { useMe, useWriteRefusal } from '../../../board/rightsHooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useBoardView } from '../viewContext.ts';

/** True when this person may add activities of their own organisation now, if only drafts. */
export function useCanAdd(): boolean {
  const { organisationId } = useMe();
  const refusals = [useWriteRefusal(party(organisationId)), useWriteRefusal(draft(organisationId))];
  return refusals.includes(undefined);
}

/** "+ Activiteit", at the end of a column. */
export function AddActivityButton({ outcomeId, label }: { outcomeId: Id; label: string }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  return (
    <button
      type="button"
      className="ob-add-button"
      aria-label={t('addActivityTo', { label })}
      data-focus-fallback
      data-add-at={outcomeId}
      onClick={() => store.set({ addingAt: outcomeId })}
    >
      <Icon of={Plus} size={18} />
      {t('activity')}
    </button>
  );
}
