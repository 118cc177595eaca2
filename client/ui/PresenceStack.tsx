import { useTranslation } from 'react-i18next';
import type { OrganisationLook } from './OrganisationChip.tsx';
import { PresenceBadge } from './PresenceBadge.tsx';

export interface PresenceStackProps {
  readonly people: readonly (OrganisationLook & { readonly id: string })[];
  readonly max?: number;
}

/** Who is on this board now: a badge each, and a number for the rest. */
export function PresenceStack({ people, max = 5 }: PresenceStackProps) {
  const { t } = useTranslation('common');
  if (people.length === 0) return null;
  const shown = people.length > max + 1 ? people.slice(0, max) : people;
  const rest = people.slice(shown.length);
  return (
    <ul className="ob-presence-stack" aria-label={t('presentNow')}>
      {shown.map((person) => (
        <li key={person.id}>
          <PresenceBadge {...person} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span className="ob-presence ob-presence--more" title={rest.map((person) => person.name).join('\n')}>
            <span aria-hidden="true">+{rest.length}</span>
            <span className="ob-visually-hidden">{t('andMore', { count: rest.length })}</span>
          </span>
        </li>
      )}
    </ul>
  );
}
