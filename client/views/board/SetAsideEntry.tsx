import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemStatus } from '../../../shared/board/richText.ts';
import type { RefusalCode } from '../../../shared/commands/command.ts';
import { useOrganisation } from '../../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../../board/rightsHooks.ts';
import type { SetAside, SetAsideItem } from '../../board/setAside.ts';
import { mineInWords, setAsideText, textWords } from '../../board/setAsideText.ts';
import { useSetAside } from '../../board/statusHooks.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';

/** New cards first: what else was written is about them. */
function inOrder(items: readonly SetAsideItem[]): readonly SetAsideItem[] {
  return [...items].sort((a, b) => Number(b.change === 'added') - Number(a.change === 'added'));
}

/** What was set aside of one document, with the ways on for each change and for all of it. */
export function SetAsideEntry({ entry }: { entry: SetAside }) {
  const { t } = useTranslation(['setAside', 'common', 'editor']);
  const { apply, discard } = useSetAside();
  const owner = useOrganisation(entry.organisationId);
  const cannot = useWriteRefusal(entry.document);
  const refusalText = useRefusalText();
  const [refused, setRefused] = useState<{ readonly [itemId: string]: RefusalCode }>({});
  const sayWhy = (code: RefusalCode | undefined): string | undefined =>
    code && refusalText({ code, ...(owner && { organisationName: owner.name }) });
  const items = inOrder(entry.items);
  const applicable = items.filter(({ edit }) => edit !== undefined);

  const applyOne = (item: SetAsideItem): boolean => {
    const result = apply(entry.id, item.id);
    setRefused(({ [item.id]: _, ...others }) => (result.ok ? others : { ...others, [item.id]: result.code }));
    return result.ok;
  };
  const applyAll = (): void => {
    const count = applicable.filter(applyOne).length;
    announce(t('appliedAll', { count }));
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(setAsideText(entry, (status) => t(`editor:itemStatus.${status}`)));
      announce(t('common:copied'));
    } catch {
      announce(t('common:copyByHand'), 'assertive');
    }
  };
  return (
    <section className="ob-set-aside">
      {cannot !== undefined && <p className="ob-set-aside__why">{sayWhy(cannot)}</p>}
      <ul className="ob-set-aside__list">
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            why={cannot === undefined ? sayWhy(refused[item.id]) : undefined}
            onApply={cannot === undefined ? () => applyOne(item) : undefined}
          />
        ))}
      </ul>
      <div className="ob-set-aside__actions">
        {cannot === undefined && applicable.length > 1 && (
          <Button size="sm" onClick={applyAll}>
            {t('applyAll')}
          </Button>
        )}
        <Button size="sm" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button size="sm" variant="danger" onClick={() => discard(entry.id)}>
          {t('discard')}
        </Button>
      </div>
    </section>
  );
}

interface ItemProps {
  readonly item: SetAsideItem;
  /** Why it was not applied a moment ago. */
  readonly why: string | undefined;
  /** Absent where nothing can be applied now. */
  readonly onApply: (() => boolean) | undefined;
}

function Item({ item, why, onApply }: ItemProps) {
  const { t } = useTranslation(['setAside', 'editor']);
  const { title, change, edit } = item;
  const what = t(`change.${change}`, { count: 1 });
  const statusName = (status: ItemStatus): string => t(`editor:itemStatus.${status}`);
  const theirs = edit?.kind === 'text' ? textWords(edit.theirs, statusName) : item.theirs;
  const mine = mineInWords(item, statusName);
  const toTrash = edit?.kind === 'field' && edit.value !== undefined;
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
        <p className="ob-set-aside__title">
          {title} <span>{what}</span>
        </p>
        {change === 'trash' ? (
          <p className="ob-set-aside__mine">{t(toTrash ? 'toTrash' : 'fromTrash')}</p>
        ) : (
          <>
            {mine !== '' && <p className="ob-set-aside__mine">{t('mine', { text: mine })}</p>}
            {theirs !== '' && <p className="ob-set-aside__theirs">{t('theirs', { text: theirs })}</p>}
          </>
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
