import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { useOrganisation } from '../../board/boardHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Count } from '../../ui/Count.tsx';
import { OrganisationChip } from '../../ui/OrganisationChip.tsx';
import { toast } from '../../ui/toast.ts';
import type { OrganisationPeople } from './organisations.ts';
import { PersonRow } from './PersonRow.tsx';
import { usePeopleChanges } from './usePeople.ts';

function OrganisationHeading({ id, name }: { id: string; name: string }) {
  const record = useOrganisation(id);
  return record ? <OrganisationChip {...record} /> : name;
}

export interface PeopleListProps {
  readonly boardId: string;
  readonly groups: readonly OrganisationPeople[];
  readonly mayChange: boolean;
}

/** Everyone on the board, by organisation, each with a role. */
export function PeopleList({ boardId, groups, mayChange }: PeopleListProps) {
  const { t } = useTranslation(['people', 'common']);
  const problemText = useProblemText();
  const heading = useId();
  const me = useSession().data?.user.id;
  const { changeRole, remove } = usePeopleChanges(boardId);
  const [leaving, setLeaving] = useState<{ userId: string; name: string }>();
  const error = changeRole.error ?? remove.error;

  return (
    <section className="ob-people__section" aria-labelledby={heading}>
      <h3 id={heading}>{t('listTitle')}</h3>
      {error && (
        <Banner tone="negative" role="alert">
          {problemText(error)}
        </Banner>
      )}
      {groups.map((group) => (
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
                mayChange={mayChange}
                onRole={(role) => {
                  remove.reset();
                  changeRole.mutate(
                    { userId: person.userId, role },
                    {
                      onSuccess: () => toast(t('roleChanged', { name: person.name, role: t(`common:role.${role}`) })),
                    },
                  );
                }}
                onRemove={() => setLeaving({ userId: person.userId, name: person.name })}
              />
            ))}
          </ul>
        </div>
      ))}
      {leaving && (
        <ConfirmDialog
          isOpen
          danger
          title={t('removeTitle', { name: leaving.name })}
          confirmLabel={t('removeSubmit')}
          busy={remove.isPending}
          onClose={() => setLeaving(undefined)}
          onConfirm={() =>
            remove.mutate(leaving.userId, {
              onSuccess: () => toast(t('removed', { name: leaving.name })),
              onSettled: () => setLeaving(undefined),
            })
          }
        >
          <p>{t('removeText')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
