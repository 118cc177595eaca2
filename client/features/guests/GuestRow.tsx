import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest } from '../../../shared/protocol/guests.ts';
import { useOrganisations } from '../../board/boardHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tag } from '../../ui/Tag.tsx';

export interface GuestRowProps {
  readonly guest: Guest;
  readonly isChosen: boolean;
  readonly onChosen: (isChosen: boolean) => void;
  readonly onAdmit: (organisationId: string | undefined) => void;
  readonly onLetRead: () => void;
  readonly onRemove: () => void;
}

const TYPED = '';

/** One guest. Of one who waits, with an organisation that is not on the board, the facilitator may choose which is meant. */
export function GuestRow({ guest, isChosen, onChosen, onAdmit, onLetRead, onRemove }: GuestRowProps) {
  const { t } = useTranslation('guests');
  const organisations = useOrganisations();
  const [as, setAs] = useState(TYPED);
  const { name, organisation, state } = guest;
  const waits = state !== 'admitted';
  const isNew = organisation.id === undefined;
  return (
    <li className="ob-guest">
      <input
        type="checkbox"
        className="ob-guest__choose"
        aria-label={t('choose', { name })}
        checked={isChosen}
        onChange={(event) => onChosen(event.target.checked)}
      />
      <div className="ob-guest__who">
        <p className="ob-guest__name">{name}</p>
        {waits && (
          <p className="ob-guest__about">
            {organisation.name} {isNew && as === TYPED && <Tag tone="outlined">{t('newOrganisation')}</Tag>}{' '}
            {state === 'atDoor' && <Tag tone="warning">{t('state.atDoor')}</Tag>}
          </p>
        )}
        {waits && isNew && organisations.length > 0 && (
          <Select
            hideLabel
            size="sm"
            label={t('organisationOf', { name })}
            value={as}
            onChange={setAs}
            options={[
              { value: TYPED, label: t('asTyped', { name: organisation.name }) },
              ...organisations.map(({ id, name: label }) => ({ value: id, label })),
            ]}
          />
        )}
      </div>
      {state === 'atDoor' && (
        <Button size="sm" variant="quiet" aria-label={t('letReadOf', { name })} onClick={onLetRead}>
          {t('letRead')}
        </Button>
      )}
      {waits && (
        <Button size="sm" aria-label={t('admitOf', { name })} onClick={() => onAdmit(as === TYPED ? undefined : as)}>
          {t('admit')}
        </Button>
      )}
      <IconButton icon={UserMinus} label={t('removeOf', { name })} onClick={onRemove} />
    </li>
  );
}
