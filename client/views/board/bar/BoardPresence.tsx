import { useTranslation } from 'react-i18next';
import { useBoardIndex } from '../../../board/boardHooks.ts';
import { usePresenceOrganisations } from '../../../board/presenceHooks.ts';
import { PresenceStack } from '../../../ui/PresenceStack.tsx';

/** Who else is on the board: one badge for each organisation, with the names of its people. */
export function BoardPresence() {
  const { t } = useTranslation('common');
  const present = usePresenceOrganisations();
  const organisations = useBoardIndex(({ board }) => board.organisations);
  const people = present.map(({ organisationId, people: members }) => {
    const organisation = organisations.get(organisationId);
    const names = members.map(({ name, program }) => (program ? t('programName', { name }) : name)).join(', ');
    return {
      id: organisationId,
      code: organisation?.code ?? '•',
      name: organisation ? `${organisation.name}: ${names}` : names,
      colour: organisation?.colour ?? 0,
    };
  });
  return <PresenceStack people={people} max={6} />;
}
