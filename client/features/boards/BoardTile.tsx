import { Lock, type LucideIcon, Pencil, PencilLine, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate, formatDateTime, formatRelative } from '../../../shared/i18n/dates.ts';
import type { BoardSummary } from '../../../shared/protocol/api.ts';
import { currentLanguage } from '../../i18n.ts';
import { paths } from '../../paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { BoardTileMenu } from './BoardTileMenu.tsx';

const MODE_ICONS: { readonly [mode in BoardSummary['mode']]: LucideIcon } = {
  open: PencilLine,
  own: Pencil,
  locked: Lock,
};

/** One board of Mijn borden. The whole tile leads to it. */
export function BoardTile({ board, level: Heading = 'h2' }: { board: BoardSummary; level?: 'h2' | 'h3' }) {
  const { t } = useTranslation(['boards', 'common']);
  const language = currentLanguage();
  const closed = board.closedAt !== null;
  return (
    <li className="ob-board-tile" data-closed={closed || undefined}>
      <div className="ob-board-tile__top">
        <Heading className="ob-board-tile__title">
          <Link href={paths.board(board.id)}>{board.title}</Link>
        </Heading>
        <BoardTileMenu board={board} />
      </div>
      <p className="ob-board-tile__role">
        {t('youAre', { role: t(`common:role.${board.role}`), organisation: board.organisation.name })}
      </p>
      <div className="ob-board-tile__facts">
        <span className="ob-board-tile__mode">
          <Icon of={closed ? Lock : MODE_ICONS[board.mode]} />
          {t(closed ? 'common:mode.closed' : `common:mode.${board.mode}`)}
        </span>
        <span>
          <Icon of={Users} />
          {t('participants', { count: board.participants })}
        </span>
        <time dateTime={board.updatedAt} title={formatDateTime(board.updatedAt, language)}>
          {board.closedAt === null
            ? t('updated', { when: formatRelative(board.updatedAt, language) })
            : t('closedOn', { date: formatDate(board.closedAt, language) })}
        </time>
      </div>
    </li>
  );
}
