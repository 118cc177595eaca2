import { Ellipsis } from 'lucide-react';
import { Icon } from '../../../ui/Icon.tsx';
import { useBoardView } from '../viewContext.ts';
import type { CardMenuState } from '../viewState.ts';

export interface CardMenuTriggerProps {
  readonly title: string;
  readonly tabIndex: 0 | -1;
  readonly onOpen: (kind: CardMenuState['kind'], trigger: HTMLElement) => void;
}

/** Opens the one menu that all cards share: a menu for each of two thousand cards would weigh on the board. */
export function CardMenuTrigger({ title, tabIndex, onOpen }: CardMenuTriggerProps) {
  const { t } = useBoardView();
  return (
    <button
      type="button"
      className="ob-card__menu"
      tabIndex={tabIndex}
      aria-haspopup="menu"
      aria-label={t('cardMenu', { title })}
      title={t('cardMenuHint')}
      onClick={(event) => onOpen('actions', event.currentTarget)}
    >
      <Icon of={Ellipsis} />
    </button>
  );
}
