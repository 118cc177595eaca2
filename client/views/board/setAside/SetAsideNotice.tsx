import './setAside.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAsideChange } from '../../../board/setAside.ts';
import { useSetAside } from '../../../board/statusHooks.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SetAsideEntry } from './SetAsideEntry.tsx';

const CHANGES: readonly SetAsideChange[] = ['added', 'title', 'text', 'place', 'trash', 'link', 'involvement', 'other'];

/** "5 titels, 2 verplaatsingen": what the server did not take, to look at, apply after all, copy or throw away. */
export function SetAsideNotice() {
  const { t } = useTranslation(['setAside', 'common']);
  const { entries } = useSetAside();
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  const items = entries.flatMap((entry) => entry.items);
  const said = CHANGES.map((change) => ({ change, count: items.filter((item) => item.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => t(`change.${change}`, { count }))
    .join(', ');
  return (
    <>
      <Banner
        tone="warning"
        role="alert"
        title={t('heading')}
        action={
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('look')}
          </Button>
        }
      >
        {t('explain', { changes: said })}
      </Banner>
      <Dialog isOpen={isOpen} title={t('heading')} onClose={() => setOpen(false)}>
        {entries.map((entry) => (
          <SetAsideEntry key={entry.id} entry={entry} />
        ))}
      </Dialog>
    </>
  );
}
