import './Loading.css';
import { useTranslation } from 'react-i18next';
import { Spinner } from './ui/Spinner.tsx';

/** While a part of the product is fetched; it shows only after a moment, so that a quick one does not flash. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <main className="ob-loading">
      <p role="status">
        <Spinner /> {t('loading')}
      </p>
    </main>
  );
}
