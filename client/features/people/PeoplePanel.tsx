import { useTranslation } from 'react-i18next';
import { isBoardActionAllowed } from '../../../shared/access/boardActions.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import { useBoardDetail } from '../../api/boards.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { useOrganisations } from '../../board/boardHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Connections } from './Connections.tsx';
import { GuestsEntry } from './GuestsEntry.tsx';
import { InviteForm } from './InviteForm.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { OpenInvitations } from './OpenInvitations.tsx';
import { knownOrganisations, peopleByOrganisation } from './organisations.ts';
import { PeopleList } from './PeopleList.tsx';
import { usePeople } from './usePeople.ts';
import './people.css';

export interface PeoplePanelProps {
  readonly boardId: string;
  readonly onClose: () => void;
}

function modeRefusal({ role, closedAt }: BoardDetail): 'facilitators' | 'closed' | undefined {
  if (closedAt !== null) return 'closed';
  return isBoardActionAllowed('setMode', role) ? undefined : 'facilitators';
}

/** Who is on this board, who may change what, inviting others, and the programs that come along. */
export function PeoplePanel({ boardId, onClose }: PeoplePanelProps) {
  const { t } = useTranslation(['people', 'common']);
  const problemText = useProblemText();
  const board = useBoardDetail(boardId);
  const people = usePeople(boardId);
  const organisations = useOrganisations();
  const failed = board.error ?? people.error;

  return (
    <SidePanel label={t('title')} path={board.data?.title} onClose={onClose}>
      <h2 className="ob-side-panel__title">{t('title')}</h2>
      {failed && (
        <Banner
          tone="negative"
          role="alert"
          action={
            <Button size="sm" onClick={() => void Promise.all([board.refetch(), people.refetch()])}>
              {t('common:retry')}
            </Button>
          }
        >
          {problemText(failed)}
        </Banner>
      )}
      {!failed && !(board.data && people.data) && (
        <div role="status" className="ob-people__loading">
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
          <Skeleton height="7rem" />
          <Skeleton height="5rem" />
          <Skeleton width="70%" />
        </div>
      )}
      {board.data && people.data && (
        <>
          {isBoardActionAllowed('invite', board.data.role) && board.data.closedAt === null && (
            <InviteForm boardId={boardId} organisations={knownOrganisations(organisations, people.data)} />
          )}
          {isBoardActionAllowed('admitGuests', board.data.role) && <GuestsEntry boardId={boardId} />}
          <ModeChoice boardId={boardId} mode={board.data.mode} cannot={modeRefusal(board.data)} />
          <PeopleList
            boardId={boardId}
            groups={peopleByOrganisation(people.data.participants)}
            mayChange={isBoardActionAllowed('changeRoles', board.data.role)}
          />
          <OpenInvitations boardId={boardId} invitations={people.data.invitations} />
          {isBoardActionAllowed('manageTokens', board.data.role) && (
            <Connections boardId={boardId} isClosed={board.data.closedAt !== null} />
          )}
        </>
      )}
    </SidePanel>
  );
}
