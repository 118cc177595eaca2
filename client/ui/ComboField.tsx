import './ComboField.css';
import './overlay/menu.css';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './classNames.ts';
import { comboMatches } from './comboMatches.ts';
import { describedBy, Field, type FieldTexts } from './Field.tsx';
import { placeBelow } from './placeBelow.ts';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** Stands before the label: an organisation's code for example. */
  readonly mark?: ReactNode;
}

export interface ComboFieldProps extends FieldTexts {
  readonly options: readonly ComboOption[];
  readonly text: string;
  readonly onText: (text: string) => void;
  /** An option was chosen; its label is put in the field too. */
  readonly onSelect?: (id: string) => void;
  readonly placeholder?: string;
  /** What to say when nothing matches what was typed; other text stays allowed. */
  readonly empty?: (typed: string) => ReactNode;
}

function popup(isOpen: boolean, matches: number, hasWords: boolean): 'list' | 'words' | 'none' {
  if (!isOpen) return 'none';
  if (matches > 0) return 'list';
  return hasWords ? 'words' : 'none';
}

/**
 * A text field with suggestions (the combobox pattern of WAI-ARIA, list autocomplete with manual selection):
 * arrows choose, Enter takes, Escape closes the list and nothing around it. Any other text stays allowed.
 */
export function ComboField(props: ComboFieldProps) {
  const { options, text, onText, onSelect, placeholder, empty, label, hint, error, hideLabel } = props;
  const id = useId();
  const texts = { label, hint, error, ...(hideLabel && { hideLabel }) };
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const matches = comboMatches(options, text);
  const below = popup(isOpen, matches.length, empty !== undefined && text.trim() !== '');
  const shown = below !== 'none';
  const hasList = below === 'list';
  const activeId = hasList && matches[active] ? `${id}-${matches[active].id}` : undefined;

  useLayoutEffect(() => {
    if (below === 'none' || !input.current || !list.current) return;
    return placeBelow(list.current, input.current);
  }, [below]);

  useLayoutEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function open(next: number) {
    setOpen(true);
    setActive(next);
  }

  function take(option: ComboOption) {
    onText(option.label);
    onSelect?.(option.id);
    setOpen(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = matches.length - 1;
    if (event.key === 'ArrowDown') open(shown ? Math.min(active + 1, last) : 0);
    else if (event.key === 'ArrowUp') open(shown ? Math.max(active - 1, 0) : last);
    else if (event.key === 'Enter' && shown && matches[active]) take(matches[active]);
    else if (event.key === 'Escape' && shown) {
      setOpen(false);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  return (
    <Field id={id} {...texts}>
      <input
        ref={input}
        id={id}
        className="ob-field__control"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={hasList ? `${id}-list` : undefined}
        aria-activedescendant={activeId}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, texts)}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          open(-1);
        }}
        onClick={() => open(-1)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {hasList && (
        // The list itself scrolls: it belongs to the field, which keeps the focus.
        <div
          ref={list}
          popover="manual"
          role="listbox"
          id={`${id}-list`}
          aria-label={label}
          className="ob-menu ob-combo-list"
        >
          {matches.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field; aria-activedescendant points here
            <div
              key={option.id}
              id={`${id}-${option.id}`}
              role="option"
              aria-selected={index === active}
              className={classNames('ob-menu__item', index === active && 'ob-menu__item--active')}
              // Else the field would lose its focus, and the list would close before the click.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option.mark}
              <span className="ob-menu__text">{option.label}</span>
            </div>
          ))}
        </div>
      )}
      {below === 'words' && (
        <div ref={list} popover="manual" className="ob-combo-list">
          <p role="status" className="ob-menu__empty">
            {empty?.(text.trim())}
          </p>
        </div>
      )}
    </Field>
  );
}
