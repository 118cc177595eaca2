import './PanelLoading.css';
import { useTranslation } from 'react-i18next';
import { Skeleton } from './ui/Skeleton.tsx';

/** The panel's sheet while its code is on its way: a press on a card is seen at once, on slow wifi too. */
export function PanelLoading() {
  const { t } = useTranslation();
  return (
    <div className="ob-panel-loading" role="status" aria-label={t('loading')}>
      <Skeleton width="55%" height="1.75rem" />
      <Skeleton width="80%" />
      <Skeleton width="70%" />
      <Skeleton height="7rem" />
      <Skeleton height="7rem" />
    </div>
  );
}
