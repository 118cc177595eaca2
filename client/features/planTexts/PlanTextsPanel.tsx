import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAN_TEXT_FIELDS, type PlanTextField } from '../../../shared/board/board.ts';
import { FRAME } from '../../../shared/board/documentRef.ts';
import { PLAN_ID } from '../../../shared/commands/editPlan.ts';
import { useBoardIndex } from '../../board/boardHooks.ts';
import { useMe } from '../../board/rightsHooks.ts';
import { BoardTextField } from '../../editor/BoardTextField.tsx';
import { useWriteReason, WriteReason } from '../../editor/WriteReason.tsx';
import { WritingPanel } from '../../editor/WritingPanel.tsx';

const NAMES = {
  introductionText: 'introduction',
  readingGuideText: 'readingGuide',
} as const satisfies { [field in PlanTextField]: string };

/** The texts of the plan as a whole. */
export function PlanTextsPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('planTexts');
  const reasonId = useId();
  const { title } = useMe();
  const texts = useBoardIndex(({ board }) => board.plan.texts);
  const reason = useWriteReason(FRAME);
  return (
    <WritingPanel label={t('title')} path={[title]} onClose={onClose}>
      <h2 className="ob-writing__title">{t('title')}</h2>
      <p className="ob-writing__lead">{t('lead')}</p>
      {reason !== undefined && <WriteReason id={reasonId} reason={reason} />}
      {PLAN_TEXT_FIELDS.map((field) => (
        <BoardTextField
          key={field}
          className="ob-writing__text"
          label={t(NAMES[field])}
          hint={t(`${NAMES[field]}Hint`)}
          textRef={{ kind: 'plan', id: PLAN_ID, field }}
          text={texts[field]}
          refusedBy={reason === undefined ? undefined : reasonId}
        />
      ))}
    </WritingPanel>
  );
}
