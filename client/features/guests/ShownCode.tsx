import { useTranslation } from 'react-i18next';
import { shownGuestCode } from '../../../shared/access/guestCode.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

/** A code in two groups; read out sign by sign. */
export function ShownCode({ code, className }: { code: string; className: string }) {
  const { t } = useTranslation('guests');
  const shown = shownGuestCode(code);
  return (
    <p className={className}>
      <span aria-hidden="true">{shown}</span>
      <VisuallyHidden>{t('codeLabel', { code: [...shown].join(' ') })}</VisuallyHidden>
    </p>
  );
}
