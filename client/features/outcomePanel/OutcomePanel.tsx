import { FileQuestion } from 'lucide-react';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isLive, OUTCOME_TEXT_FIELDS, type OutcomeTextField } from '../../../shared/board/board.ts';
import { FRAME } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { useNumberOf, useOutcome, useTree } from '../../board/boardHooks.ts';
import { useSetPresence } from '../../board/presenceHooks.ts';
import { BoardTextField } from '../../editor/BoardTextField.tsx';
import { useWriteReason, WriteReason } from '../../editor/WriteReason.tsx';
import { WritingPanel } from '../../editor/WritingPanel.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const NAMES = {
  explanationText: 'explanation',
  guidanceText: 'guidance',
  introductionText: 'introduction',
  focusPointsText: 'focusPoints',
} as const satisfies { [field in OutcomeTextField]: string };

/** The texts of one outcome: what it means, what helps to think of activities, and what the plan says of it. */
export function OutcomePanel({ outcomeId, onClose }: { outcomeId: Id; onClose: () => void }) {
  const { t } = useTranslation('outcome');
  const reasonId = useId();
  const outcome = useOutcome(outcomeId);
  const number = useNumberOf(outcomeId);
  const tree = useTree();
  const reason = useWriteReason(FRAME);
  const setPresence = useSetPresence();

  useEffect(() => {
    setPresence({ outcomeId });
    return () => setPresence(undefined);
  }, [outcomeId, setPresence]);

  if (!outcome) {
    return (
      <WritingPanel label={t('goneTitle')} path={[]} onClose={onClose}>
        <EmptyState icon={FileQuestion} title={t('goneTitle')}>
          {t('goneText')}
        </EmptyState>
      </WritingPanel>
    );
  }
  const column = tree.columnOf.get(outcomeId);
  const above = column && column.outcome.id !== outcomeId ? [`${column.number} ${column.outcome.title}`] : [];
  const writable = reason === undefined && isLive(outcome);
  return (
    <WritingPanel
      label={t('panel', { title: outcome.title })}
      path={[...above, `${number} ${outcome.title}`.trim()]}
      onClose={onClose}
    >
      <h2 className="ob-writing__title">
        {number} {outcome.title}
      </h2>
      {!isLive(outcome) && <Banner tone="warning">{t('archived')}</Banner>}
      {reason !== undefined && <WriteReason id={reasonId} reason={reason} />}
      {OUTCOME_TEXT_FIELDS.map((field) => (
        <BoardTextField
          key={field}
          className="ob-writing__text"
          label={t(NAMES[field])}
          hint={t(`${NAMES[field]}Hint`)}
          textRef={{ kind: 'outcome', id: outcomeId, field }}
          text={outcome.texts[field]}
          writable={writable}
          refusedBy={reason === undefined ? undefined : reasonId}
        />
      ))}
    </WritingPanel>
  );
}
