import './Picker.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce.ts';
import { classNames } from '../../ui/classNames.ts';

export interface PickerOption {
  readonly id: string;
  /** What is searched in, and the name. */
  readonly label: string;
  readonly content?: ReactNode;
  readonly indent?: boolean;
}

export interface PickerProps {
  readonly label: string;
  readonly options: readonly PickerOption[];
  readonly onPick: (id: string) => void;
}

/** Without capitals and accents: "cafe" finds "Café". */
function searchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A list to choose one from by typing a part of its name. */
export function Picker({ label, options, onPick }: PickerProps) {
  const { t } = useTranslation('activity');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const words = searchable(text).split(/\s+/).filter(Boolean);
  const found = options.filter((option) => words.every((word) => searchable(option.label).includes(word)));
  const current = found[Math.min(active, found.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const search = (value: string): void => {
    setText(value);
    setActive(0);
    const parts = searchable(value).split(/\s+/).filter(Boolean);
    const count = options.filter((option) => parts.every((word) => searchable(option.label).includes(word))).length;
    announce(t('found', { count }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = found.length - 1;
    const moves: { readonly [key: string]: number } = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      onPick(current.id);
    }
  };

  return (
    <div className="ob-picker">
      <label htmlFor={`${id}-input`} className="ob-picker__label">
        {label}
      </label>
      <input
        id={`${id}-input`}
        className="ob-field__control"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        autoComplete="off"
        placeholder={t('search')}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: it opens by a press, to search in
        autoFocus
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="ob-picker__list" tabIndex={-1}>
        {found.map((option) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above has the focus and takes the keys
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === current}
            className={classNames('ob-picker__option', option.indent && 'ob-picker__option--indent')}
            onPointerMove={() => setActive(found.indexOf(option))}
            onClick={() => onPick(option.id)}
          >
            {option.content ?? option.label}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="ob-picker__none">{t('nothingFound', { text })}</p>}
    </div>
  );
}
