import { Archive, ArchiveRestore, Link, MoveRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Activity, isLive } from '../../../shared/board/board.ts';
import { useMe } from '../../board/rightsHooks.ts';
import { paths } from '../../paths.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menu.ts';
import { toast } from '../../ui/toast.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { useArchive } from './useArchive.ts';

/** What one may do with the card as a whole. */
export function CardMenu({ activity, writable }: { activity: Activity; writable: boolean }) {
  const { t } = useTranslation(['activity', 'refusal']);
  const { boardId, mayArchive } = useMe();
  const { archive, restore } = useArchive();
  const [open, setOpen] = useState<'move' | 'link'>();
  const address = new URL(paths.card(boardId, activity.id), window.location.href).href;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      toast(t('linkCopied'));
    } catch {
      // Without a secure connection or permission the browser refuses: the address is shown, to copy by hand.
      setOpen('link');
    }
  }

  const items: MenuEntry[] = [
    { id: 'link', icon: Link, label: t('copyLink'), onAction: () => void copy() },
    ...(writable && isLive(activity)
      ? [
          { id: 'move', icon: MoveRight, label: t('moveTo'), onAction: () => setOpen('move') },
          'separator' as const,
          {
            id: 'archive',
            icon: Archive,
            label: t('archive'),
            ...(mayArchive ? { danger: true } : { disabled: true, hint: t('refusal:archiveNotAllowed') }),
            onAction: () => archive(activity),
          },
        ]
      : []),
    ...(writable && !isLive(activity)
      ? [{ id: 'restore', icon: ArchiveRestore, label: t('restore'), onAction: () => restore(activity) }]
      : []),
  ];

  return (
    <>
      <MenuButton label={t('menu')} items={items} />
      <MoveDialog activityId={activity.id} isOpen={open === 'move'} onClose={() => setOpen(undefined)} />
      <Dialog isOpen={open === 'link'} onClose={() => setOpen(undefined)} title={t('linkTitle')} size="sm">
        <CopyField label={t('linkTitle')} value={address} />
      </Dialog>
    </>
  );
}
