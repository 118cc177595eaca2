import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalCode } from '../../../../shared/commands/command.ts';
import { formatDateTime } from '../../../../shared/i18n/dates.ts';
import { useOrganisation } from '../../../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../../../board/rightsHooks.ts';
import type { SetAside, SetAsideItem } from '../../../board/setAside.ts';
import { bySubject, setAsideText } from '../../../board/setAsideText.ts';
import { useSetAside } from '../../../board/statusHooks.ts';
import { currentLanguage } from '../../../i18n.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SetAsideItemRow } from './SetAsideItemRow.tsx';
import { useItemWords } from './useItemWords.ts';

/** What was set aside of one document, with the ways on for each change and for all of it. */
export function SetAsideEntry({ entry }: { entry: SetAside }) {
  const { t } = useTranslation(['setAside', 'common']);
  const { apply, discard } = useSetAside();
  const owner = useOrganisation(entry.organisationId);
  const cannot = useWriteRefusal(entry.document);
  const refusalText = useRefusalText();
  const wordsOf = useItemWords();
  const headingId = useId();
  const [refused, setRefused] = useState<{ readonly [itemId: string]: RefusalCode }>({});
  const [isAsking, setAsking] = useState(false);
  const sayWhy = (code: RefusalCode | undefined): string | undefined =>
    code && refusalText({ code, ...(owner && { organisationName: owner.name }) });
  const subjects = bySubject(entry);
  const applicable = subjects.flatMap(({ items }) => items).filter(({ edit }) => edit !== undefined);

  const applyOne = (item: SetAsideItem): boolean => {
    const result = apply(entry.id, item.id);
    setRefused(({ [item.id]: _, ...others }) => (result.ok ? others : { ...others, [item.id]: result.code }));
    return result.ok;
  };
  const applyAll = (): void => {
    const count = applicable.filter(applyOne).length;
    const left = applicable.length - count;
    announce([t('appliedAll', { count }), ...(left > 0 ? [t('left', { count: left })] : [])].join(' '));
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(setAsideText(entry, wordsOf));
      announce(t('common:copied'));
    } catch {
      announce(t('common:copyByHand'), 'assertive');
    }
  };
  return (
    <section className="ob-set-aside" aria-labelledby={headingId}>
      <h3 id={headingId} className="ob-set-aside__document">
        {owner ? t('partOf', { name: owner.name }) : t('board')}
      </h3>
      <p className="ob-set-aside__since">
        {t('since', { date: formatDateTime(entry.at, currentLanguage()), why: t(`why.${entry.reason}`) })}
      </p>
      {cannot !== undefined && <p className="ob-set-aside__why">{sayWhy(cannot)}</p>}
      <div className="ob-set-aside__actions">
        {cannot === undefined && applicable.length > 1 && (
          <Button size="sm" onClick={applyAll}>
            {t('applyAll')}
          </Button>
        )}
        <Button size="sm" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
          {t('discard')}
        </Button>
      </div>
      {subjects.map(({ key, title, items }) => (
        <div key={key} className="ob-set-aside__subject">
          <h4 className="ob-set-aside__title">{title}</h4>
          <ul>
            {items.map((item) => (
              <SetAsideItemRow
                key={item.id}
                item={item}
                why={cannot === undefined ? sayWhy(refused[item.id]) : undefined}
                onApply={cannot === undefined ? () => applyOne(item) : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
      <ConfirmDialog
        isOpen={isAsking}
        danger
        title={t('discardTitle', { count: entry.items.length })}
        confirmLabel={t('discard')}
        onConfirm={() => discard(entry.id)}
        onClose={() => setAsking(false)}
      >
        <p>{t('discardText')}</p>
      </ConfirmDialog>
    </section>
  );
}
