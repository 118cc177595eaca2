import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPresent } from '../../../shared/access/guestStates.ts';
import type { Guest } from '../../../shared/protocol/guests.ts';
import { Button } from '../../ui/Button.tsx';
import { Count } from '../../ui/Count.tsx';
import { FormerGuests } from './FormerGuests.tsx';
import { GuestRow, TYPED } from './GuestRow.tsx';
import { byOrganisation, waitingOf } from './guestGroups.ts';
import { RemoveGuests } from './RemoveGuests.tsx';
import { useGuestActions } from './useGuestActions.ts';

/** Who waits, who writes along by organisation, and who is no longer here. */
export function GuestLists({ boardId, guests }: { boardId: string; guests: readonly Guest[] }) {
  const { t } = useTranslation('guests');
  const headings = [useId(), useId()] as const;
  const actions = useGuestActions(boardId);
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [as, setAs] = useState<ReadonlyMap<string, string>>(new Map());
  const [leaving, setLeaving] = useState<readonly Guest[]>([]);
  const present = guests.filter(({ state }) => isPresent(state));
  const waiting = waitingOf(guests);
  const admitted = present.filter(({ state }) => state === 'admitted');
  const chosen = present.filter(({ id }) => chosenIds.has(id));

  const rowOf = (guest: Guest) => (
    <GuestRow
      key={guest.id}
      guest={guest}
      isChosen={chosenIds.has(guest.id)}
      onChosen={(is) => setChosen(new Set([...chosenIds].filter((id) => id !== guest.id).concat(is ? guest.id : [])))}
      as={as.get(guest.id) ?? TYPED}
      onAs={(organisationId) => setAs(new Map([...as, [guest.id, organisationId]]))}
      onAdmit={() => actions.admit([guest], as)}
      onLetRead={() => actions.letRead(guest.id)}
      onRemove={() => setLeaving([guest])}
    />
  );

  return (
    <>
      {present.length === 0 && <p className="ob-guests__section ob-guests__text">{t('nobody')}</p>}
      {chosen.length > 0 && (
        <div className="ob-guests__chosen">
          <span role="status">{t('chosen', { count: chosen.length })}</span>
          <Button size="sm" variant="danger" onClick={() => setLeaving(chosen)}>
            {t('remove')}
          </Button>
        </div>
      )}
      {waiting.length > 0 && (
        <section className="ob-guests__section" aria-labelledby={headings[0]}>
          <header className="ob-guests__heading">
            <h3 id={headings[0]}>
              {t('waitingTitle')} <Count value={waiting.length} label={t('count', { count: waiting.length })} />
            </h3>
            <Button size="sm" variant="primary" busy={actions.isAdmitting} onClick={() => actions.admit(waiting, as)}>
              {t('admitAll')}
            </Button>
          </header>
          <ul>{waiting.map(rowOf)}</ul>
        </section>
      )}
      {admitted.length > 0 && (
        <section className="ob-guests__section" aria-labelledby={headings[1]}>
          <h3 id={headings[1]}>
            {t('admittedTitle')} <Count value={admitted.length} label={t('count', { count: admitted.length })} />
          </h3>
          {byOrganisation(admitted).map((group) => (
            <div key={group.name}>
              <h4 className="ob-guests__organisation">
                {group.name} <Count value={group.guests.length} label={t('count', { count: group.guests.length })} />
              </h4>
              <ul>{group.guests.map(rowOf)}</ul>
            </div>
          ))}
        </section>
      )}
      <FormerGuests guests={guests.filter(({ state }) => !isPresent(state))} />
      {leaving.length > 0 && <RemoveGuests boardId={boardId} guests={leaving} onClose={() => setLeaving([])} />}
    </>
  );
}
