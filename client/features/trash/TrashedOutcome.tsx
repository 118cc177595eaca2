import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLive, type Outcome } from '../../../shared/board/board.ts';
import { FRAME } from '../../../shared/board/documentRef.ts';
import { columnAbove } from '../../../shared/board/outcomeTree.ts';
import { trashContents } from '../../../shared/board/trashContents.ts';
import { restoreOutcome } from '../../../shared/commands/archiveOutcome.ts';
import { useBoardIndex } from '../../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../../board/rightsHooks.ts';
import { useCommands } from '../../board/useCommands.ts';
import type { Revealed } from '../../interactions/reveal.ts';
import { OutcomeContents, useContentsInWords } from './OutcomeContents.tsx';
import { TrashRow } from './TrashRow.tsx';

export interface TrashedOutcomeProps {
  readonly outcome: Outcome;
  readonly onShow: (what: Revealed) => void;
}

/** A column or section in the trash, with what stood in it and comes back. */
export function TrashedOutcome({ outcome, onShow }: TrashedOutcomeProps) {
  const { t } = useTranslation('trash');
  const { run } = useCommands();
  const board = useBoardIndex((index) => index.board);
  const contents = useMemo(() => trashContents(board, outcome), [board, outcome]);
  const words = useContentsInWords()(contents);
  const column = columnAbove(board.outcomes, outcome);
  const refusal = useWriteRefusal(FRAME);
  const refusalText = useRefusalText();
  const { title } = outcome;

  function whyNot(): string | undefined {
    if (refusal !== undefined) return refusalText({ code: refusal });
    return column && !isLive(column) ? t('columnFirst', { title: column.title }) : undefined;
  }

  return (
    <TrashRow
      id={outcome.id}
      title={title}
      archivedAt={outcome.archivedAt}
      about={column && <span>{t('sectionOf', { title: column.title })}</span>}
      cannot={whyNot()}
      restored={words === undefined ? t('restored', { title }) : t('restoredWith', { title, contents: words })}
      onRestore={() => run(restoreOutcome, { outcomeId: outcome.id })}
      onShow={() => onShow({ kind: 'outcome', outcomeId: outcome.id })}
    >
      <OutcomeContents contents={contents} />
    </TrashRow>
  );
}
