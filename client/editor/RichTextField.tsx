import './RichTextField.css';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RichText } from '../../shared/board/richText.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { isEditable, simplify } from './foreignContent.ts';
import type { LiveField } from './liveField.ts';
import { loadLiveText, useLiveText } from './liveTextModule.ts';
import { Reading } from './Reading.tsx';
import type { StartAt } from './startAt.ts';
import { useStatusWords } from './statusWords.ts';
import { Writers } from './Writers.tsx';

export interface RichTextFieldProps {
  /** Name of the field. */
  readonly label: string;
  readonly level?: 'h3' | 'h4';
  /** What to show as its name; the label unless given. */
  readonly heading?: ReactNode;
  /** Says what belongs here; read out with the field. */
  readonly hint?: string;
  /** The text as the board holds it, to read. */
  readonly text: RichText | undefined;
  /** The text to write in; undefined while its document is not open. */
  readonly live: LiveField | undefined;
  readonly writable: boolean;
  /** Id of the element that says why it may not be written. */
  readonly refusedBy?: string | undefined;
  readonly placeholder?: string;
  /** Results: their items state something. */
  readonly hasStatuses?: boolean;
  /** Who else has the cursor here. */
  readonly writers: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** Opens as an editor at once, for a field that was just added. */
  readonly startOpen?: boolean;
  /** The cursor came into this field, or left it. */
  readonly onFocusChange?: (focused: boolean) => void;
  readonly className?: string;
}

/**
 * A text that several people may write in at once. Only the field with the focus is an editor; the others show the
 * board's value. A press, Enter or Tab makes it one, at the words that were pressed.
 */
export function RichTextField(props: RichTextFieldProps) {
  const {
    label,
    level: Heading = 'h3',
    text = [],
    live,
    writable,
    hasStatuses = false,
    organisations,
    writers,
    onFocusChange,
  } = props;
  const { t } = useTranslation(['editor', 'common']);
  const id = useId();
  const field = useRef<HTMLElement>(null);
  const quiet = useRef(false);
  const typed = useRef('');
  const [startAt, setStartAt] = useState<StartAt | undefined>(props.startOpen && writable ? 'end' : undefined);
  const [notice, setNotice] = useState<'full'>();
  const loading = useLiveText();
  const nameOf = useCallback(
    (who: string) => organisations.find((one) => one.id === who)?.name ?? who,
    [organisations],
  );
  const wordsOf = useStatusWords(nameOf);
  const [, setForeignSeen] = useState(0);

  const module = typeof loading === 'object' ? loading : undefined;
  const canWrite = writable && live !== undefined;
  const wants = startAt !== undefined && canWrite;
  // Asked before the editor exists: it would delete what it does not know.
  const isForeign = wants && !isEditable(live.fragment);
  const isLive = wants && module !== undefined && !isForeign;

  useEffect(() => {
    if (startAt !== undefined && writable) loadLiveText();
  }, [startAt, writable]);

  const hintId = props.hint !== undefined && `${id}-hint`;
  const told = useRef(onFocusChange);
  told.current = onFocusChange;
  useEffect(() => {
    if (!isLive) return;
    told.current?.(true);
    return () => told.current?.(false);
  }, [isLive]);

  const leave = useCallback((): void => {
    typed.current = '';
    setStartAt(undefined);
    setNotice(undefined);
  }, []);

  const start = (at: StartAt): void => {
    if (writable) setStartAt(at);
  };

  return (
    <section
      ref={field}
      className={classNames('ob-text-field', isLive && 'ob-text-field--live', props.className)}
      aria-labelledby={`${id}-label`}
      onBlur={() => {
        // An editor that takes the place of another has the focus only a moment later.
        requestAnimationFrame(() => {
          if (document.hasFocus() && !field.current?.contains(document.activeElement)) leave();
        });
      }}
    >
      <div className="ob-text-field__head">
        <Heading id={`${id}-label`} className="ob-text-field__label">
          {props.heading ?? label}
        </Heading>
        <Writers people={writers} />
      </div>
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className="ob-writing__hint">
          {props.hint}
        </p>
      )}
      <div className="ob-text-field__body">
        {isLive && live && module ? (
          <module.LiveText
            key={live.key}
            fragment={live.fragment}
            carets={live.carets}
            label={label}
            labelledBy={`${id}-label`}
            describedBy={ids(hintId, notice && `${id}-notice`)}
            placeholder={props.placeholder ?? t('write')}
            hasStatuses={hasStatuses}
            startAt={startAt}
            takeTyped={() => {
              const words = typed.current;
              typed.current = '';
              return words;
            }}
            wordsOf={wordsOf}
            organisations={organisations}
            onFull={() => setNotice('full')}
            // Drawn at once: the focus goes from the editor to the notice, and never looks as if the person left.
            onForeign={() => flushSync(() => setForeignSeen((times) => times + 1))}
            onLeave={() => {
              leave();
              // The same text as something to read takes the focus, for who goes on with the keyboard.
              quiet.current = true;
            }}
          />
        ) : (
          <Reading
            text={text}
            labelledBy={`${id}-label`}
            describedBy={ids(hintId, !writable && props.refusedBy)}
            writable={canWrite}
            wordsOf={wordsOf}
            placeholder={writable ? (props.placeholder ?? t('write')) : t('empty')}
            quiet={quiet}
            typed={wants && !isForeign && loading !== 'failed' ? typed : undefined}
            onStart={start}
          />
        )}
        {isForeign && (
          <Notice>
            {t('foreign')}
            <Button
              // Who was about to write, or was writing, goes on from here.
              autoFocus
              size="sm"
              onClick={() => {
                simplify(live.fragment);
                setStartAt('end');
              }}
            >
              {t('simplify')}
            </Button>
          </Notice>
        )}
        {wants && loading === 'failed' && (
          <Notice>
            {t('notLoaded')}
            <Button size="sm" onClick={loadLiveText}>
              {t('common:retry')}
            </Button>
          </Notice>
        )}
      </div>
      <p id={`${id}-notice`} role="status" className="ob-text-field__notice">
        {notice === 'full' && t('full')}
      </p>
    </section>
  );
}

function ids(...parts: readonly (string | false | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined;
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="ob-text-field__foreign">
      {children}
    </div>
  );
}
