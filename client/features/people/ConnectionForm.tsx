import { Plug } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TOKEN_ACCESS, type TokenAccess } from '../../../shared/access/roles.ts';
import type { AccessTokenCreated } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTokenChanges } from './useTokens.ts';

const VALID_DAYS = { month: 30, year: 365, always: undefined } as const;
type Validity = keyof typeof VALID_DAYS;
const VALIDITIES: readonly Validity[] = ['month', 'year', 'always'];

export interface ConnectionFormProps {
  readonly boardId: string;
  readonly onMade: (made: AccessTokenCreated) => void;
  readonly onCancel: () => void;
}

/** Asks what a new access token is for and what it may do. */
export function ConnectionForm({ boardId, onMade, onCancel }: ConnectionFormProps) {
  const { t } = useTranslation(['connections', 'common']);
  const problemText = useProblemText();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [access, setAccess] = useState<TokenAccess>('read');
  const [validity, setValidity] = useState<Validity>('year');
  const [missing, setMissing] = useState(false);
  const { create } = useTokenChanges(boardId);
  const typed = name.trim();
  const validDays = VALID_DAYS[validity];

  // The button that was pressed is gone.
  useEffect(() => nameField.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(typed === '');
    if (typed === '') return nameField.current?.focus();
    create.mutate(
      { name: typed, access, ...(validDays && { validDays }) },
      {
        onSuccess: (made) => {
          announce(t('keyReady', { name: made.name }));
          onMade(made);
        },
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate className="ob-invite__form">
      {create.isError && (
        <Banner tone="negative" role="alert">
          {problemText(create.error)}
        </Banner>
      )}
      <TextField
        ref={nameField}
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoComplete="off"
        error={missing && typed === '' ? t('nameMissing') : undefined}
      />
      <RadioCards
        label={t('accessTitle')}
        value={access}
        onChange={setAccess}
        options={TOKEN_ACCESS.map((value) => ({
          value,
          label: t(`access.${value}`),
          description: t(`accessMeans.${value}`),
        }))}
      />
      <Select
        label={t('valid')}
        value={validity}
        onChange={setValidity}
        options={VALIDITIES.map((value) => ({ value, label: t(`validFor.${value}`) }))}
      />
      <div className="ob-people__actions">
        <Button type="submit" variant="primary" icon={Plug} busy={create.isPending}>
          {t('make')}
        </Button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
