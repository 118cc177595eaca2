import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAside, SetAsideChange, SetAsideItem } from '../../board/setAside.ts';
import { setAsideText } from '../../board/setAsideText.ts';
import { useSetAside } from '../../board/statusHooks.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const CHANGES: readonly SetAsideChange[] = ['added', 'title', 'text', 'place', 'trash', 'link', 'involvement', 'other'];

/** "5 titels, 2 verplaatsingen": what the server did not take, to look at, copy or throw away. */
export function SetAsideNotice() {
  const { t } = useTranslation(['board', 'common']);
  const { entries, discard } = useSetAside();
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  const items = entries.flatMap((entry) => entry.items);
  const said = CHANGES.map((change) => ({ change, count: items.filter((item) => item.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => t(`setAside.change.${change}`, { count }))
    .join(', ');
  return (
    <>
      <Banner
        tone="warning"
        role="alert"
        title={t('setAside.heading')}
        action={
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('setAside.look')}
          </Button>
        }
      >
        {t('setAside.explain', { changes: said })}
      </Banner>
      <Dialog isOpen={isOpen} title={t('setAside.heading')} onClose={() => setOpen(false)}>
        {entries.map((entry) => (
          <SetAsideEntry key={entry.id} entry={entry} onDiscard={() => discard(entry.id)} />
        ))}
      </Dialog>
    </>
  );
}

function SetAsideEntry({ entry, onDiscard }: { entry: SetAside; onDiscard: () => void }) {
  const { t } = useTranslation(['board', 'common']);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(setAsideText(entry));
      announce(t('common:copied'));
    } catch {
      announce(t('common:copyByHand'), 'assertive');
    }
  };
  return (
    <section className="ob-set-aside">
      <ul className="ob-set-aside__list">
        {entry.items.map((item) => (
          <Item key={`${item.collection}:${item.recordId}:${item.field}`} item={item} />
        ))}
      </ul>
      <div className="ob-set-aside__actions">
        <Button size="sm" onClick={() => void copy()}>
          {t('setAside.copy')}
        </Button>
        <Button size="sm" variant="danger" onClick={onDiscard}>
          {t('setAside.discard')}
        </Button>
      </div>
    </section>
  );
}

function Item({ item }: { item: SetAsideItem }) {
  const { t } = useTranslation(['board', 'common']);
  return (
    <li>
      <p className="ob-set-aside__title">
        {item.title} <span>{t(`setAside.change.${item.change}`, { count: 1 })}</span>
      </p>
      {item.mine !== '' && <p className="ob-set-aside__mine">{t('setAside.mine', { text: item.mine })}</p>}
      {item.theirs !== '' && <p className="ob-set-aside__theirs">{t('setAside.theirs', { text: item.theirs })}</p>}
    </li>
  );
}
