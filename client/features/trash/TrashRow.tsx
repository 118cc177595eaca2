import { ArchiveRestore } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import type { CommandResult } from '../../../shared/commands/command.ts';
import { formatDate } from '../../../shared/i18n/dates.ts';
import { useRefusalAt } from '../../board/refusalHooks.ts';
import { useRefusalText } from '../../board/rightsHooks.ts';
import { currentLanguage } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';

export interface TrashRowProps {
  readonly id: Id;
  readonly title: string;
  readonly archivedAt: string | undefined;
  /** Whose it is, or where it stood. */
  readonly about: ReactNode;
  /** What stood in it. */
  readonly children?: ReactNode;
  /** Why this person may not put it back; undefined when they may. */
  readonly cannot: string | undefined;
  /** What to say once it is back. */
  readonly restored: string;
  readonly onRestore: () => CommandResult;
  /** Goes to where it stands again. */
  readonly onShow: () => void;
}

/** One thing in the trash, with the way back or the reason why there is none for this person. */
export function TrashRow(props: TrashRowProps) {
  const { id, title, archivedAt, about, children, cannot, restored, onRestore, onShow } = props;
  const { t } = useTranslation('trash');
  const refusal = useRefusalAt(id);
  const refusalText = useRefusalText();
  const row = useRef<HTMLLIElement>(null);

  const restore = (): void => {
    const panel = row.current?.closest<HTMLElement>('[tabindex="-1"]');
    const buttons = [...(panel?.querySelectorAll<HTMLElement>('[data-restore]') ?? [])];
    const own = buttons.findIndex((button) => row.current?.contains(button));
    const next = buttons[own + 1] ?? buttons[own - 1] ?? panel;
    if (!onRestore().ok) return;
    toast(restored, { action: { label: t('show'), onPress: onShow } });
    next?.focus();
  };

  return (
    <li ref={row} className="ob-trash__row">
      <div className="ob-trash__words">
        <p className="ob-trash__title">{title}</p>
        <div className="ob-trash__about">
          {about}
          {archivedAt !== undefined && <span>{t('since', { date: formatDate(archivedAt, currentLanguage()) })}</span>}
        </div>
        {children}
        {(cannot !== undefined || refusal) && (
          <p className="ob-trash__why">{refusal ? refusalText(refusal) : cannot}</p>
        )}
      </div>
      {cannot === undefined && (
        <Button
          size="sm"
          icon={ArchiveRestore}
          data-restore
          aria-label={t('restoreTitle', { title })}
          onClick={restore}
        >
          {t('restore')}
        </Button>
      )}
    </li>
  );
}
