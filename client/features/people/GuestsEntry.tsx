import { QrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** The way to guests and their code. */
export function GuestsEntry({ boardId }: { boardId: string }) {
  const { t } = useTranslation('guests');
  return (
    <section className="ob-people__section">
      <h3>{t('entryTitle')}</h3>
      <p className="ob-people__text">{t('entryText')}</p>
      <div className="ob-people__actions">
        <ButtonLink icon={QrCode} href={paths.guests(boardId) + window.location.search}>
          {t('entry')}
        </ButtonLink>
      </div>
    </section>
  );
}
