import './OutcomeTitle.css';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { LIMITS } from '../../../../shared/board/limits.ts';
import { useTitleDraft } from '../../../board/useTitleDraft.ts';
import { afterMenu } from '../card/focusAfter.ts';
import { useBoardView, useViewState } from '../viewContext.ts';

export interface OutcomeTitleProps {
  readonly outcomeId: Id;
  readonly title: string;
  /** Element that gets focus back when the title is done. */
  readonly onDone: () => void;
}

/** An outcome's title; while it is renamed, a field in its place. */
export function OutcomeTitle({ outcomeId, title, onDone }: OutcomeTitleProps) {
  const isRenaming = useViewState((state) => state.renaming === outcomeId);
  return isRenaming ? <TitleField outcomeId={outcomeId} onDone={onDone} /> : title;
}

function TitleField({ outcomeId, onDone }: { outcomeId: Id; onDone: () => void }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const { value, setValue, onFocus, commit, cancel, theirs } = useTitleDraft({ collection: 'outcomes', id: outcomeId });
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    // The menu that asked for this gives focus back first.
    afterMenu(() => {
      field.current?.focus();
      field.current?.select();
    });
  }, []);

  const close = (): void => {
    if (store.get().renaming === outcomeId) store.set({ renaming: undefined });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const result = commit();
      if (result && !result.ok) return;
      close();
      onDone();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      cancel();
      close();
      onDone();
    }
  };
  return (
    <>
      <textarea
        ref={field}
        className="ob-outcome-title"
        rows={1}
        maxLength={LIMITS.title}
        value={value}
        aria-label={t('outcomeTitle')}
        onFocus={onFocus}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          const result = commit();
          if (!result || result.ok) close();
          else cancel();
          close();
        }}
      />
      {theirs !== undefined && <span className="ob-outcome-title__theirs">{t('titleByOther', { title: theirs })}</span>}
    </>
  );
}
