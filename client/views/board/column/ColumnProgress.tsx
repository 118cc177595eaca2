import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex } from '../../../board/boardHooks.ts';
import { allAt, outcomesOf } from '../model/boardModel.ts';
import { type Progress, progressOf } from '../model/progress.ts';

const isSame = (a: Progress, b: Progress): boolean => a.given === b.given && a.expected === b.expected;

/** A thin line: how many of the years' results are given, of the cards at home in this column. */
export function ColumnProgress({ columnId }: { columnId: Id }) {
  const { t } = useTranslation('board');
  const { given, expected } = useBoardIndex(
    (index) =>
      progressOf(
        index.board,
        outcomesOf(index, columnId).flatMap((id) => allAt(index, id)),
      ),
    isSame,
  );
  const said = expected === 0 ? t('progressNone') : t('progress', { given, count: expected });
  return (
    <div className="ob-progress" role="img" aria-label={said} title={said}>
      <div className="ob-progress__done" style={{ inlineSize: `${expected === 0 ? 0 : (given / expected) * 100}%` }} />
    </div>
  );
}
