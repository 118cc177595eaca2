import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { documentOf } from '../../../shared/board/documentRef.ts';
import { homeOf } from '../../../shared/board/home.ts';
import { restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import { useBoardIndex, useOrganisation } from '../../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../../board/rightsHooks.ts';
import { useCommands } from '../../board/useCommands.ts';
import type { Revealed } from '../../interactions/reveal.ts';
import { OrganisationChip } from '../../ui/OrganisationChip.tsx';
import { TrashRow } from './TrashRow.tsx';
import { useOutcomeLabel } from './useOutcomeLabel.ts';

export interface TrashedActivityProps {
  readonly activity: Activity;
  readonly onShow: (what: Revealed) => void;
}

/** A card in the trash, and where it comes back. */
export function TrashedActivity({ activity, onShow }: TrashedActivityProps) {
  const { t } = useTranslation('trash');
  const { run } = useCommands();
  const owner = useOrganisation(activity.owner);
  const cannot = useWriteRefusal(documentOf(activity));
  const refusalText = useRefusalText();
  const labelOf = useOutcomeLabel();
  const homeId = useBoardIndex(({ board }) => homeOf(board.outcomes, activity));
  return (
    <TrashRow
      id={activity.id}
      title={activity.title}
      archivedAt={activity.archivedAt}
      about={
        <>
          {owner && <OrganisationChip code={owner.code} name={owner.name} colour={owner.colour} />}
          <span>{homeId === undefined ? t('backUnplaced') : t('backAt', { label: labelOf(homeId) })}</span>
        </>
      }
      cannot={cannot && refusalText({ code: cannot, ...(owner && { organisationName: owner.name }) })}
      restored={t('restored', { title: activity.title })}
      onRestore={() => run(restoreActivity, { activityId: activity.id })}
      onShow={() => onShow({ kind: 'card', activityId: activity.id })}
    />
  );
}
