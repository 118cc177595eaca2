import { UserMinus } from 'lucide-react';
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
  /** The organisation for which they will be admitted; `TYPED`: as they typed it. */
  readonly as: string;
  readonly onAs: (organisationId: string) => void;
  readonly onAdmit: () => void;
  readonly onLetRead: () => void;
  readonly onRemove: () => void;
}

export const TYPED = '';

/** One guest. Of one who waits, with an organisation that is not on the board, the facilitator may choose which is meant. */
export function GuestRow(props: GuestRowProps) {
  const { guest, isChosen, onChosen, as, onAs, onAdmit, onLetRead, onRemove } = props;
  const { t } = useTranslation('guests');
  const organisations = useOrganisations();
  const { name, organisation, state } = guest;
  const waits = state !== 'admitted';
  const hasChoice = waits && organisation.id === undefined && organisations.length > 0;
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
            {!hasChoice && organisation.name} {state === 'atDoor' && <Tag tone="warning">{t('state.atDoor')}</Tag>}
          </p>
        )}
        {hasChoice && (
          <Select
            hideLabel
            size="sm"
            label={t('organisationOf', { name })}
            value={as}
            onChange={onAs}
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
        <Button size="sm" aria-label={t('admitOf', { name })} onClick={onAdmit}>
          {t('admit')}
        </Button>
      )}
      <IconButton icon={UserMinus} label={t('removeOf', { name })} onClick={onRemove} />
    </li>
  );
}
