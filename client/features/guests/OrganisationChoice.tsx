import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestOffer } from '../../../shared/protocol/guests.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Nothing chosen yet, and one that is not in the list; no organisation has such an id. */
export const NONE = '';
export const OTHER = '*';

export interface OrganisationChoiceProps {
  readonly organisations: GuestOffer['organisations'];
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
  readonly typed: string;
  readonly onTyped: (name: string) => void;
  readonly isMissing: boolean;
  /** The field in which one types. */
  readonly ref: Ref<HTMLInputElement>;
}

/** The board's organisations in the phone's own picker, which covers no button; another one is typed. */
export function OrganisationChoice(props: OrganisationChoiceProps) {
  const { organisations, chosen, onChosen, typed, onTyped, isMissing, ref } = props;
  const { t } = useTranslation('guests');
  const hasList = organisations.length > 0;
  const error = isMissing ? t('organisationMissing') : undefined;
  return (
    <>
      {hasList && (
        <Select
          label={t('organisation')}
          value={chosen}
          onChange={onChosen}
          error={chosen === OTHER ? undefined : error}
          options={[
            ...(chosen === NONE ? [{ value: NONE, label: t('organisationChoose') }] : []),
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            { value: OTHER, label: t('organisationOther') },
          ]}
        />
      )}
      {chosen === OTHER && (
        <TextField
          ref={ref}
          label={t(hasList ? 'organisationName' : 'organisation')}
          hint={t('organisationNew')}
          value={typed}
          onChange={onTyped}
          autoComplete="organization"
          enterKeyHint="go"
          maxLength={80}
          error={error}
        />
      )}
    </>
  );
}
