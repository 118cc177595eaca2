import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAsideItem } from '../../../board/setAside.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { useItemWords } from './useItemWords.ts';

export interface SetAsideItemRowProps {
  readonly item: SetAsideItem;
  /** Why it was not applied a moment ago. */
  readonly why: string | undefined;
  /** Absent where nothing can be applied now. */
  readonly onApply: (() => boolean) | undefined;
}

/** More than three lines on a phone. */
const LONG = 130;

/** One change of a card or outcome, with the way to make it after all. */
export function SetAsideItemRow({ item, why, onApply }: SetAsideItemRowProps) {
  const { t } = useTranslation('setAside');
  const { title, change, edit } = item;
  const { what, mine, theirs } = useItemWords()(item);
  const applyIt = (button: HTMLElement): void => {
    // The button goes with its change: the next one takes its place, or the dialog as a whole.
    const buttons = [...(button.closest('[role="dialog"]')?.querySelectorAll<HTMLElement>('button') ?? [])];
    const next = buttons[buttons.indexOf(button) + 1];
    if (!onApply?.()) return;
    announce(t('applied', { title }));
    next?.focus();
  };
  return (
    <li className="ob-set-aside__item">
      <div className="ob-set-aside__words">
        <p className="ob-set-aside__what">{what}</p>
        {mine !== '' && <Mine text={mine} />}
        {theirs !== '' && (
          <p className="ob-set-aside__theirs">{t(change === 'place' ? 'theirsAt' : 'theirs', { text: theirs })}</p>
        )}
        {edit === undefined && <p className="ob-set-aside__theirs">{t('onlyCopy')}</p>}
        {why !== undefined && (
          <p className="ob-set-aside__why" role="alert">
            {why}
          </p>
        )}
      </div>
      {onApply && edit !== undefined && (
        <Button
          size="sm"
          aria-label={t('applyTitle', { what, title })}
          onClick={(event) => applyIt(event.currentTarget)}
        >
          {t('apply')}
        </Button>
      )}
    </li>
  );
}

/** What the person wrote; a long text opens when asked for, so that a long list can be overseen. */
function Mine({ text }: { text: string }) {
  const { t } = useTranslation('setAside');
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > LONG || text.split('\n').length > 3;
  return (
    <>
      <p className={classNames('ob-set-aside__mine', isLong && !isOpen && 'ob-set-aside__mine--cut')}>{text}</p>
      {isLong && (
        <button
          type="button"
          className="ob-set-aside__more"
          aria-expanded={isOpen}
          onClick={() => setOpen((open) => !open)}
        >
          {t(isOpen ? 'less' : 'more')}
        </button>
      )}
    </>
  );
}
