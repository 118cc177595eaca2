import './card.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Activity, isLive } from '../../../shared/board/board.ts';
import { homeIn } from '../../../shared/board/boardIndex.ts';
import { documentOf } from '../../../shared/board/documentRef.ts';
import { isSameValue } from '../../../shared/board/sameValue.ts';
import { useBoardIndex, useTree } from '../../board/boardHooks.ts';
import { usePeopleAt } from '../../board/presenceHooks.ts';
import { useWriteReason } from '../../editor/WriteReason.tsx';
import { WritingPanel } from '../../editor/WritingPanel.tsx';
import { PresenceStack } from '../../ui/PresenceStack.tsx';
import { CardMenu } from './CardMenu.tsx';
import { CardNotices } from './CardNotices.tsx';
import { DraftStrip } from './DraftStrip.tsx';
import { LateTexts } from './LateTexts.tsx';
import { Organisations } from './Organisations.tsx';
import { Outcomes } from './Outcomes.tsx';
import { outcomePath } from './outcomeOptions.ts';
import { Texts } from './Texts.tsx';
import { TitleField } from './TitleField.tsx';

/** Everything that the board knows of one card. */
export function CardPanel({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const { t } = useTranslation('activity');
  const reasonId = useId();
  const reason = useWriteReason(documentOf(activity));
  const tree = useTree();
  const home = useBoardIndex((index) => homeIn(index, activity.id));

  const mayWrite = reason === undefined;
  const writable = mayWrite && isLive(activity);
  return (
    <WritingPanel
      label={t('panel', { title: activity.title })}
      path={home === undefined ? [t('noPlace')] : outcomePath(tree, home)}
      actions={
        <>
          <Present activity={activity} />
          <CardMenu activity={activity} writable={mayWrite} />
        </>
      }
      onClose={onClose}
    >
      <TitleField key={activity.id} activity={activity} writable={writable} />
      {activity.draft && <DraftStrip activity={activity} writable={writable} />}
      <CardNotices activity={activity} reason={reason} reasonId={reasonId} />
      <LateTexts activity={activity} writable={writable} />
      <Organisations activity={activity} writable={writable} />
      <dl className="ob-activity-rows">
        <Outcomes activity={activity} writable={writable} />
      </dl>
      <Texts activity={activity} writable={writable} refusedBy={reason === undefined ? undefined : reasonId} />
    </WritingPanel>
  );
}

/** Who else has this card open. */
function Present({ activity }: { activity: Activity }) {
  const { t } = useTranslation('common');
  const people = usePeopleAt(activity.id);
  const looks = useBoardIndex(
    ({ board }) =>
      people.map(({ id, name, organisationId, program }) => {
        const { code = '', colour = 0, name: organisation = '' } = board.organisations.get(organisationId) ?? {};
        const shown = program ? t('programName', { name }) : name;
        return { id, code, colour, name: [shown, organisation].filter(Boolean).join(', ') };
      }),
    isSameValue,
  );
  return <PresenceStack people={looks} max={3} />;
}
