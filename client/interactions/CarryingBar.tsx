import { useTranslation } from 'react-i18next';
import type { Observable } from '../board/observable.ts';
import { useObserved } from '../board/useObserved.ts';
import type { Drag } from './dragSession.ts';

/** The keys that help while a card is carried by them. The same was read out when it was picked up. */
export function CarryingBar({ drag }: { readonly drag: Observable<Drag | undefined> }) {
  const { t } = useTranslation('move');
  const isCarried = useObserved(drag, (now) => now?.by === 'keys');
  return isCarried ? (
    <p className="ob-carrying-bar" aria-hidden="true">
      {t('carrying')}
    </p>
  ) : null;
}
