import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NO_FILTER } from './model/filter.ts';
import { useBoardView, useViewState } from './viewContext.ts';

/** In place of the columns when the filter leaves no card at all: said once, with the way back. */
export function NothingFound() {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const text = useViewState((state) => state.filter.text.trim());
  return (
    <div className="ob-empty-board">
      <EmptyState
        icon={SearchX}
        title={text === '' ? t('nothingFound') : t('nothingFoundFor', { text })}
        action={
          <Button variant="primary" onClick={() => store.set({ filter: NO_FILTER })}>
            {t('clearFilter')}
          </Button>
        }
      />
    </div>
  );
}
