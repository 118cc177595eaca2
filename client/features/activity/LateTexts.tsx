import './late.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { type LateEdit, lateEdits } from '../../../shared/board/lateText.ts';
import { plainText } from '../../../shared/board/richText.ts';
import { isSameValue } from '../../../shared/board/sameValue.ts';
import { dealWithLate } from '../../../shared/commands/dealWithLate.ts';
import { formatDateTime } from '../../../shared/i18n/dates.ts';
import { useBoardIndex, useOrganisation } from '../../board/boardHooks.ts';
import { useLiveBoard } from '../../board/liveBoardContext.ts';
import { useRefusalText } from '../../board/rightsHooks.ts';
import { takeLate } from '../../board/takeLate.ts';
import { useCommands } from '../../board/useCommands.ts';
import { currentLanguage } from '../../i18n.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import { textOf } from './textFields.ts';

export interface LateTextsProps {
  readonly activity: Activity;
  readonly writable: boolean;
}

/** "Tekst na overdracht": what was still written where the card stood before, to add to it or to leave out. */
export function LateTexts({ activity, writable }: LateTextsProps) {
  const { t } = useTranslation(['late', 'activity']);
  const heading = useId();
  const late = useBoardIndex(({ board }) => lateEdits(board, activity.id), isSameValue);
  if (late.length === 0) return null;
  return (
    <section className="ob-late" aria-labelledby={heading}>
      <h3 id={heading}>{t('late:title')}</h3>
      <p className="ob-late__lead">{t('late:lead')}</p>
      <ul>
        {late.map((edit) => (
          <LateItem key={edit.mark} activityId={activity.id} edit={edit} writable={writable} />
        ))}
      </ul>
    </section>
  );
}

function LateItem({ activityId, edit, writable }: { activityId: string; edit: LateEdit; writable: boolean }) {
  const { t } = useTranslation(['late', 'activity']);
  const live = useLiveBoard();
  const { run } = useCommands();
  const refusalText = useRefusalText();
  const from = useOrganisation(edit.from)?.name ?? '';
  const text = edit.kind === 'title' ? undefined : textOf(edit.field);
  const field = edit.kind === 'title' ? t('late:cardTitle') : t(`activity:${text ?? 'notes'}`);
  const words = edit.kind === 'title' ? edit.title : plainText(edit.text);
  const tell = (result: { ok: true } | { ok: false; code: Parameters<typeof refusalText>[0]['code'] }, done: string) =>
    result.ok ? announce(done) : void toast(refusalText(result), { tone: 'negative' });
  return (
    <li className="ob-late__item">
      <p className="ob-late__from">
        <strong>{field}</strong> {t('late:from', { from, at: formatDateTime(edit.at, currentLanguage()) })}
      </p>
      <blockquote className="ob-late__words">{words}</blockquote>
      {writable && (
        <div className="ob-late__actions">
          <Button size="sm" onClick={() => tell(takeLate(live, activityId, edit), t('late:taken'))}>
            {t(edit.kind === 'title' ? 'late:takeTitle' : 'late:take')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => tell(run(dealWithLate, { activityId, mark: edit.mark, how: 'left' }), t('late:left'))}
          >
            {t('late:leave')}
          </Button>
        </div>
      )}
    </li>
  );
}
