import './AddOutcomes.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { addOutcomes } from '../../../../shared/commands/addOutcomes.ts';
import { useRefusalText } from '../../../board/rightsHooks.ts';
import { useCommands } from '../../../board/useCommands.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { afterMenu } from '../card/focusAfter.ts';
import { pastedTitles } from '../model/pastedTitles.ts';

export interface AddOutcomesProps {
  /** The column to add sections to; absent: columns are added. */
  readonly parentId?: Id;
  /** The column that follows the new ones. */
  readonly beforeId?: Id | undefined;
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
  readonly rows?: number;
  /** Absent where adding cannot be called off: on an empty board. */
  readonly onClose?: () => void;
}

/** Typing outcomes, one to a line; a pasted list gives several at once. Stays open, so that the next can be typed. */
export function AddOutcomes({ parentId, beforeId, label, hint, placeholder, rows = 2, onClose }: AddOutcomesProps) {
  const { t } = useTranslation(['board', 'common', 'refusal']);
  const { run } = useCommands();
  const refusalText = useRefusalText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const titles = pastedTitles(text);

  useEffect(() => {
    afterMenu(() => {
      // A panel that stands open keeps the focus.
      if (document.querySelector('.ob-side-panel')) return;
      field.current?.focus({ preventScroll: true });
      field.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
  }, []);

  const add = (): void => {
    if (titles.length === 0) {
      setProblem(t('refusal:titleEmpty'));
      return;
    }
    const result = run(addOutcomes, { titles, parentId, beforeId });
    if (!result.ok) {
      setProblem(refusalText(result));
      return;
    }
    setText('');
    announce(t('outcomesAdded', { count: titles.length }));
    field.current?.focus({ preventScroll: true });
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // A list of lines is written with plain Enter only where nothing was pasted: then Enter adds the one line.
    if (event.key === 'Enter' && !event.shiftKey && (titles.length < 2 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Escape' && onClose) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <form
      className="ob-add-outcomes"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="ob-add-outcomes__label">
        <span>{label}</span>
        <textarea
          ref={field}
          className="ob-add-outcomes__field"
          rows={rows}
          value={text}
          placeholder={placeholder}
          aria-invalid={problem !== undefined || undefined}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(undefined);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="ob-add-outcomes__hint">{hint}</p>
      {problem !== undefined && (
        <p className="ob-add-outcomes__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="ob-add-outcomes__actions">
        <Button type="submit" variant="primary" size="sm">
          {titles.length > 1 ? t('addOutcomes', { count: titles.length }) : t('add')}
        </Button>
        {onClose && (
          <Button size="sm" variant="quiet" onClick={onClose}>
            {t('common:close')}
          </Button>
        )}
      </div>
    </form>
  );
}
