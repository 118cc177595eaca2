import { useTranslation } from 'react-i18next';
import { actionRefusal, type BoardAction, isBoardActionAllowed } from '../../../shared/access/boardActions.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import type { People } from '../../../shared/protocol/people.ts';
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
import { HatChoice } from './HatChoice.tsx';
import { InvitationList } from './InvitationList.tsx';
import { InviteForm } from './InviteForm.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { knownOrganisations } from './organisations.ts';
import { PeopleList } from './PeopleList.tsx';
import { RulesForm } from './RulesForm.tsx';
import { usePeople } from './usePeople.ts';
import './people.css';

export interface PeoplePanelProps {
  readonly boardId: string;
  readonly onClose: () => void;
}

function may(action: BoardAction, { role, isContact, settings }: BoardDetail): boolean {
  return isBoardActionAllowed(action, { role, isContact }, settings);
}

function modeRefusal(board: BoardDetail): 'facilitators' | 'closed' | undefined {
  if (board.closedAt !== null) return 'closed';
  return may('setMode', board) ? undefined : 'facilitators';
}

/** Who is on this board, who may change what, inviting others, and the programs that come along. */
export function PeoplePanel({ boardId, onClose }: PeoplePanelProps) {
  const { t } = useTranslation(['people', 'common']);
  const problemText = useProblemText();
  const board = useBoardDetail(boardId);
  const people = usePeople(boardId);
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
      {board.data && people.data && <Panel board={board.data} people={people.data} />}
    </SidePanel>
  );
}

function Panel({ board, people }: { board: BoardDetail; people: People }) {
  const { t } = useTranslation('boardRules');
  const organisations = useOrganisations();
  const { id, role, isContact, organisation, settings } = board;
  const viewer = { role, isContact, organisationId: organisation.id };
  const isOpen = board.closedAt === null;
  const refusal = actionRefusal('inviteOwn', { role, isContact }, settings);
  return (
    <>
      {isOpen && <HatChoice board={board} />}
      {isOpen && may('inviteOwn', board) && (
        <InviteForm
          boardId={id}
          organisations={knownOrganisations(organisations, people)}
          own={may('invite', board) ? undefined : organisation}
        />
      )}
      {isOpen && refusal !== undefined && (
        <p className="ob-people__section ob-people__text">{t(`inviteOnly.${refusal}`)}</p>
      )}
      {may('admitGuests', board) && <GuestsEntry boardId={id} />}
      <ModeChoice boardId={id} mode={board.mode} cannot={modeRefusal(board)} />
      {isOpen && may('setRules', board) && <RulesForm boardId={id} settings={settings} />}
      <PeopleList board={board} viewer={viewer} people={people} />
      <InvitationList boardId={id} invitations={people.invitations} />
      {may('manageTokens', board) && <Connections boardId={id} isClosed={!isOpen} />}
    </>
  );
}
