import { useTranslation } from 'react-i18next';
import type { Guest } from '../../../shared/protocol/guests.ts';

/** Who was here before, and whose account took over what they wrote. */
export function FormerGuests({ guests }: { guests: readonly Guest[] }) {
  const { t } = useTranslation('guests');
  if (guests.length === 0) return null;
  return (
    <details className="ob-guests__section ob-guests__former">
      <summary>{t('formerTitle', { count: guests.length })}</summary>
      <ul>
        {guests.map(({ id, name, organisation, state, claimedBy }) => (
          <li key={id}>
            {name}, {organisation.name} · {t(`state.${state}`)}
            {claimedBy !== undefined && ` · ${t('claimedBy', { name: claimedBy })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
