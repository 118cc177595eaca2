import './SkipLink.css';
import { useTranslation } from 'react-i18next';

/** The first thing that Tab reaches: past the top bar to the content (`id="content"`). */
export function SkipLink() {
  const { t } = useTranslation('common');
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads within the page; the router would take the hash for an address
    <a
      className="ob-skip-link"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      {t('skipToContent')}
    </a>
  );
}
