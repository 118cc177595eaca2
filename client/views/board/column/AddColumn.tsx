import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardView } from '../viewContext.ts';
import { AddOutcomes } from './AddOutcomes.tsx';

/** A sheet on which new columns are written, where they will stand. */
export function AddColumn({ beforeId }: { beforeId: Id | undefined }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  return (
    <li className="ob-column ob-column--adding">
      <AddOutcomes
        beforeId={beforeId}
        label={t('newColumn')}
        hint={t('pasteHint')}
        onClose={() => store.set({ addingOutcome: undefined })}
      />
    </li>
  );
}
