import './SearchField.css';
import { Search, X } from 'lucide-react';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

export interface SearchFieldProps {
  /** Name and placeholder in one. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Filters while one types; Escape empties it. */
export function SearchField({ label, value, onChange, ref }: SearchFieldProps) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <div className="ob-search">
      <Icon of={Search} />
      <label htmlFor={id} className="ob-visually-hidden">
        {label}
      </label>
      <input
        ref={ref}
        id={id}
        type="search"
        className="ob-search__input"
        placeholder={label}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
      />
      {value !== '' && <IconButton icon={X} size="sm" label={t('clear')} onClick={() => onChange('')} />}
    </div>
  );
}
