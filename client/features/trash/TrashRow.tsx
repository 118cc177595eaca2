import { ArchiveRestore } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import type { CommandResult } from '../../../shared/commands/command.ts';
import { formatDate } from '../../../shared/i18n/dates.ts';
import { useRefusalAt } from '../../board/refusalHooks.ts';
import { useRefusalText } from '../../board/rightsHooks.ts';
import { currentLanguage } from '../../i18n.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';

export interface TrashRowProps {
  readonly id: Id;
  readonly title: string;
  readonly archivedAt: string | undefined;
  /** Whose it is, or where it stood. */
  readonly about: ReactNode;
  /** Why this person may not put it back; undefined when they may. */
  readonly cannot: string | undefined;
  readonly onRestore: () => CommandResult;
}

/** One thing in the trash, with the way back or the reason why there is none for this person. */
export function TrashRow({ id, title, archivedAt, about, cannot, onRestore }: TrashRowProps) {
  const { t } = useTranslation('board');
  const refusal = useRefusalAt(id);
  const refusalText = useRefusalText();
  const row = useRef<HTMLLIElement>(null);

  const restore = (): void => {
    const beside = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    const next = beside?.querySelector('button') ?? row.current?.closest<HTMLElement>('[tabindex="-1"]');
    if (!onRestore().ok) return;
    announce(t('restored', { title }));
    next?.focus();
  };

  return (
    <li ref={row} className="ob-trash__row">
      <div className="ob-trash__words">
        <p className="ob-trash__title">{title}</p>
        <div className="ob-trash__about">
          {about}
          {archivedAt !== undefined && (
            <span>{t('trashSince', { date: formatDate(archivedAt, currentLanguage()) })}</span>
          )}
        </div>
        {(cannot !== undefined || refusal) && (
          <p className="ob-trash__why">{refusal ? refusalText(refusal) : cannot}</p>
        )}
      </div>
      {cannot === undefined && (
        <Button size="sm" icon={ArchiveRestore} aria-label={t('restoreTitle', { title })} onClick={restore}>
          {t('restore')}
        </Button>
      )}
    </li>
  );
}
