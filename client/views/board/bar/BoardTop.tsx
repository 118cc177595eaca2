import './BoardTop.css';
import { LayoutDashboard, Lock, LockOpen, Pencil, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { AccountMenu } from '../../../AccountMenu.tsx';
import { useOrganisation, useYears } from '../../../board/boardHooks.ts';
import { useMe } from '../../../board/rightsHooks.ts';
import { useBoardStatus, useSaveState } from '../../../board/statusHooks.ts';
import { paths } from '../../../paths.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SavedIndicator } from '../../../ui/SavedIndicator.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TopBar, TopBarNav } from '../../../ui/TopBar.tsx';
import { useIsPhone } from '../useMediaQuery.ts';
import { BoardPresence } from './BoardPresence.tsx';

const MODE_ICONS = { open: LockOpen, own: Pencil, locked: Lock, closed: Lock };

/** The bar above the board: what it is, who may write, whether all is saved, and who is here. */
export function BoardTop() {
  const { t } = useTranslation(['board', 'common']);
  const [, navigate] = useLocation();
  const { boardId, title, organisationId, mode } = useMe();
  const organisation = useOrganisation(organisationId);
  const years = useYears();
  const saved = useSaveState();
  const { phase } = useBoardStatus();
  const isPhone = useIsPhone();
  const about = [organisation?.name, years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0]];
  // Nothing is kept before anything is there.
  const isLoading = phase === 'loading' && saved.state === 'saved';
  const status = <SavedIndicator {...(isLoading ? { state: 'loading' } : saved)} />;
  return (
    <TopBar
      homeHref={paths.boards()}
      homeLabel={t('common:goHome')}
      title={title}
      subtitle={
        isPhone ? (
          status
        ) : phase === 'loading' ? (
          // As before the board's details were there: nothing moves when the organisation and the years come.
          <Skeleton width="240px" height="12px" />
        ) : (
          <>
            <span className="ob-board-top__about">{about.filter(Boolean).join(' · ')}</span>
            <span className="ob-board-top__mode">
              <Icon of={MODE_ICONS[mode]} size={13} />
              {t(`common:mode.${mode}`)}
            </span>
          </>
        )
      }
      {...(!isPhone && {
        nav: (
          <TopBarNav items={[{ href: paths.board(boardId), label: t('view'), icon: LayoutDashboard, current: true }]} />
        ),
        status,
        presence: <BoardPresence />,
      })}
      actions={
        <>
          <IconButton
            icon={UserPlus}
            variant="outlined"
            label={t('people')}
            onClick={() => navigate(paths.people(boardId) + window.location.search)}
          />
          {!isPhone && <AccountMenu />}
        </>
      }
    />
  );
}
