import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../../shared/board/board.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useBoardView } from '../viewContext.ts';

/** Opens the menu of a column or section. */
export function OutcomeMenuTrigger({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  return (
    <IconButton
      icon={Ellipsis}
      size="sm"
      label={t('outcomeMenu', { title: outcome.title })}
      tooltip=""
      aria-haspopup="menu"
      data-outcome-menu={outcome.id}
      onClick={(event) =>
        store.set({ outcomeMenu: { kind: 'actions', outcomeId: outcome.id, trigger: event.currentTarget } })
      }
    />
  );
}
