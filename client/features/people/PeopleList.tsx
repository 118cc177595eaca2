import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Participant as Standing } from '../../../shared/access/documentAccess.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import type { Participant, People } from '../../../shared/protocol/people.ts';
import { useSession } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { useOrganisation } from '../../board/boardHooks.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Count } from '../../ui/Count.tsx';
import { OrganisationChip } from '../../ui/OrganisationChip.tsx';
import { toast } from '../../ui/toast.ts';
import { peopleByOrganisation } from './organisations.ts';
import { PersonRow } from './PersonRow.tsx';
import { personRights } from './personRights.ts';
import { usePeopleChanges } from './usePeople.ts';

function OrganisationHeading({ id, name }: { id: string; name: string }) {
  const record = useOrganisation(id);
  return record ? <OrganisationChip {...record} /> : name;
}

export interface PeopleListProps {
  readonly board: BoardDetail;
  readonly viewer: Standing;
  readonly people: People;
}

/** Everyone on the board, by organisation, each with a role. */
export function PeopleList({ board, viewer, people }: PeopleListProps) {
  const { t } = useTranslation(['people', 'boardRules', 'common']);
  const problemText = useProblemText();
  const heading = useId();
  const [, navigate] = useLocation();
  const me = useSession().data?.user.id;
  const { changeRole, appoint, remove } = usePeopleChanges(board.id);
  const [leaving, setLeaving] = useState<Participant>();
  const error = changeRole.error ?? appoint.error ?? remove.error;
  const isMe = leaving?.userId === me;
  const contacts = people.participants.filter(({ isContact }) => isContact);
  const isLastContact =
    leaving?.isContact && contacts.filter((one) => one.organisation.id === leaving.organisation.id).length === 1;

  function goAway(person: Participant): void {
    remove.mutate(person.userId, {
      onSuccess: () => {
        toast(person.userId === me ? t('boardRules:left') : t('removed', { name: person.name }));
        if (person.userId === me) navigate(paths.boards());
      },
      onSettled: () => setLeaving(undefined),
    });
  }

  return (
    <section className="ob-people__section" aria-labelledby={heading}>
      <h3 id={heading}>{t('listTitle')}</h3>
      {error && (
        <Banner tone="negative" role="alert">
          {problemText(error)}
        </Banner>
      )}
      {peopleByOrganisation(people.participants).map((group) => {
        const hasContact = people.withContact.includes(group.id);
        const isTheirs = viewer.role === 'facilitator' && hasContact && group.id !== viewer.organisationId;
        return (
          <div key={group.id} className="ob-people__group">
            <h4>
              <OrganisationHeading id={group.id} name={group.name} />
              <Count value={group.people.length} label={t('count', { count: group.people.length })} />
            </h4>
            <ul>
              {group.people.map((person) => (
                <PersonRow
                  key={person.userId}
                  person={person}
                  isMe={person.userId === me}
                  rights={personRights(viewer, person, hasContact, board.settings)}
                  onRole={(role) => {
                    remove.reset();
                    changeRole.mutate(
                      { userId: person.userId, role },
                      {
                        onSuccess: () => toast(t('roleChanged', { name: person.name, role: t(`common:role.${role}`) })),
                      },
                    );
                  }}
                  onContact={(isContact) =>
                    appoint.mutate(
                      { userId: person.userId, isContact },
                      {
                        onSuccess: () =>
                          toast(
                            t(isContact ? 'boardRules:isContact' : 'boardRules:isNoContact', {
                              name: person.name,
                              organisation: group.name,
                            }),
                          ),
                      },
                    )
                  }
                  onRemove={() => setLeaving(person)}
                />
              ))}
            </ul>
            {isTheirs && <p className="ob-field__hint">{t('boardRules:ownAffair')}</p>}
          </div>
        );
      })}
      {leaving && (
        <ConfirmDialog
          isOpen
          danger
          title={isMe ? t('boardRules:leaveTitle') : t('removeTitle', { name: leaving.name })}
          confirmLabel={isMe ? t('boardRules:leave') : t('removeSubmit')}
          busy={remove.isPending}
          onClose={() => setLeaving(undefined)}
          onConfirm={() => goAway(leaving)}
        >
          <p>{isMe ? t('boardRules:leaveText') : t('removeText')}</p>
          {isMe && isLastContact && <p>{t('boardRules:leaveLastContact')}</p>}
        </ConfirmDialog>
      )}
    </section>
  );
}
