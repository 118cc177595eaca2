import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ITEM_STATUSES } from '../../shared/board/richText.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { StatedStatus } from './itemStatus.ts';

export interface StatusFormProps {
  readonly stated: StatedStatus;
  /** Names to choose from for who determines it; other names may be typed. */
  readonly names: readonly string[];
  readonly onChange: (stated: StatedStatus) => void;
  readonly onDone: () => void;
}

/** What a result states: given, to be determined (before when, by whom), not applicable, awaiting subsidy. */
export function StatusForm({ stated, names, onChange, onDone }: StatusFormProps) {
  const { t } = useTranslation('editor');
  const id = useId();
  const [now, setNow] = useState(stated);
  const change = (next: StatedStatus): void => {
    setNow(next);
    onChange(next);
  };
  return (
    <div className="ob-editor-popup__form">
      <fieldset className="ob-status-choice">
        <legend>{t('status')}</legend>
        {ITEM_STATUSES.map((status) => (
          <label key={status} className="ob-status-choice__option">
            <input
              type="radio"
              name={id}
              value={status}
              checked={now.status === status}
              data-autofocus={now.status === status || undefined}
              onChange={() => change({ ...now, status })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                onDone();
              }}
            />
            <span className="ob-status-dot" data-status={status} aria-hidden="true" />
            {t(`itemStatus.${status}`)}
          </label>
        ))}
      </fieldset>
      {now.status === 'toBeDetermined' && (
        <div className="ob-status-choice__more">
          <TextField
            label={t('due')}
            type="date"
            value={now.due ?? ''}
            onChange={(due) => change({ ...now, due: due === '' ? undefined : due })}
          />
          <TextField
            label={t('who')}
            value={now.who ?? ''}
            list={`${id}-names`}
            placeholder={t('whoHint')}
            maxLength={200}
            autoComplete="off"
            onChange={(who) => change({ ...now, who: who === '' ? undefined : who })}
          />
          <datalist id={`${id}-names`}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
      )}
      <div className="ob-editor-popup__actions">
        <Button size="sm" variant="primary" onClick={onDone}>
          {t('apply')}
        </Button>
      </div>
    </div>
  );
}
