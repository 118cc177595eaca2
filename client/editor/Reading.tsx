import { useEffect, useRef } from 'react';
import { isBlank, type RichText } from '../../shared/board/richText.ts';
import { loadLiveText } from './liveTextModule.ts';
import { StaticText, type StaticTextProps } from './StaticText.tsx';
import { type StartAt, startFromPress } from './startAt.ts';

export interface ReadingProps {
  readonly text: RichText;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly writable: boolean;
  readonly wordsOf: StaticTextProps['wordsOf'];
  readonly placeholder: string;
  /** Set when it should take the focus without becoming an editor. */
  readonly quiet: { current: boolean };
  /** Collects what is typed while the editor is on its way. */
  readonly typed: { current: string } | undefined;
  readonly onStart: (at: StartAt) => void;
}

/** A focus that comes so soon after a press (on touch it comes after the finger has gone) belongs to that press. */
const PRESS_MS = 800;

/** The text as it is read; where one may write, it is already a textbox for the keyboard and screen readers. */
export function Reading(props: ReadingProps) {
  const { text, labelledBy, describedBy, writable, wordsOf, placeholder, quiet, typed, onStart } = props;
  const element = useRef<HTMLDivElement>(null);
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (quiet.current) element.current?.focus();
    quiet.current = false;
  }, [quiet]);

  const waits = typed !== undefined;
  useEffect(() => {
    // A field that was just added has no focus of its own yet, and the first letters may come before the editor.
    if (waits && document.activeElement === document.body) element.current?.focus();
  }, [waits]);

  const content = isBlank(text) ? (
    <p className="ob-text__placeholder">{placeholder}</p>
  ) : (
    <StaticText text={text} wordsOf={wordsOf} />
  );
  if (!writable) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, this is a text
      <div
        className="ob-text"
        role="group"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: with nothing to press, this is how the keyboard gets to scroll
        tabIndex={0}
      >
        {content}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: what stands here is formatted text, which no textarea shows
    <div
      ref={element}
      className="ob-text ob-text--writable"
      role="textbox"
      aria-multiline="true"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      tabIndex={0}
      onPointerDown={(event) => {
        pressedAt.current = event.timeStamp;
      }}
      onFocus={(event) => {
        loadLiveText();
        const byPress = event.timeStamp - pressedAt.current < PRESS_MS;
        if (!byPress && !quiet.current && event.target === event.currentTarget) onStart('end');
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a')) return;
        onStart(startFromPress({ x: event.clientX, y: event.clientY }));
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === 'Enter') onStart('end');
        else if (isLetter) {
          event.preventDefault();
          if (typed) typed.current += event.key;
          else onStart('end');
        }
      }}
    >
      {content}
    </div>
  );
}
