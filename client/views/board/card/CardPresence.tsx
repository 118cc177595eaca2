import type { Person } from '../../../board/presence.ts';
import { useBoardView } from '../viewContext.ts';

export interface CardPresenceProps {
  readonly people: readonly Person[];
  /** Code of the first one's organisation. */
  readonly code: string | undefined;
}

/** Badge of who has this card open, in the organisation's colour that stands on the card. */
export function CardPresence({ people, code = '•' }: CardPresenceProps) {
  const { t } = useBoardView();
  const said = t('openBy', { names: people.map(({ name }) => name).join(', ') });
  return (
    <span className="ob-card__presence" role="img" aria-label={said} title={said}>
      {code}
      {people.length > 1 && ` +${people.length - 1}`}
    </span>
  );
}
