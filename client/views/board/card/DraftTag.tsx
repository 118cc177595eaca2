import './DraftTag.css';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';

/** Says on a card that it is a draft, which nobody of another organisation sees. */
export function DraftTag({ owner = '' }: { owner: string | undefined }) {
  const { t } = useTranslation('drafts');
  return (
    <span className="ob-draft-tag" title={t('onlyOwner', { owner })}>
      <Icon of={Lock} size={12} />
      <span aria-hidden="true">{t('draft')}</span>
      <VisuallyHidden>{t('onlyOwner', { owner })}</VisuallyHidden>
    </span>
  );
}
