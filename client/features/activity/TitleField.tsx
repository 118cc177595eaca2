import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { LIMITS } from '../../../shared/board/limits.ts';
import { isSameValue } from '../../../shared/board/sameValue.ts';
import { useBoardIndex } from '../../board/boardHooks.ts';
import { usePeopleIn } from '../../board/presenceHooks.ts';
import { useRefusalText } from '../../board/rightsHooks.ts';
import { useTitleDraft } from '../../board/useTitleDraft.ts';

/** The card's title, to change in place. Titles do not merge: the last one wins, and both writers are told. */
export function TitleField({ activity, writable }: { activity: Activity; writable: boolean }) {
  const { t } = useTranslation('activity');
  const id = useId();
  const draft = useTitleDraft({ collection: 'activities', id: activity.id });
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const people = usePeopleIn(activity.id, 'title');
  const writers = useBoardIndex(
    ({ board }) => [...new Set(people.map((one) => board.organisations.get(one.organisationId)?.name ?? one.name))],
    isSameValue,
  );

  if (!writable) return <h2 className="ob-activity-title ob-activity-title--read">{activity.title}</h2>;

  const finish = (): void => {
    const result = draft.commit();
    if (result === undefined) draft.cancel();
    setProblem(result && !result.ok ? refusalText(result) : undefined);
  };
  const notes = [
    problem,
    draft.theirs === undefined ? undefined : t('titleTheirs', { title: draft.theirs }),
    writers.length > 0 ? t('titleWriter', { count: writers.length, names: writers.join(', ') }) : undefined,
    activity.titleDerived ? t('titleDerived') : undefined,
  ].filter((note) => note !== undefined);

  return (
    <div>
      <h2 className="ob-visually-hidden">{activity.title}</h2>
      {/* The hidden copy gives the field the height of its words in every browser. */}
      <div className="ob-activity-title" data-value={`${draft.value} `}>
        <textarea
          ref={field}
          id={id}
          rows={1}
          maxLength={LIMITS.title}
          aria-label={t('titleOf')}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={notes.length > 0 ? `${id}-notes` : undefined}
          spellCheck="true"
          value={draft.value}
          onFocus={draft.onFocus}
          onChange={(event) => {
            setProblem(undefined);
            draft.setValue(event.target.value.replace(/\n/g, ' '));
          }}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              finish();
              field.current?.blur();
              field.current?.closest<HTMLElement>('.ob-side-panel')?.focus();
            } else if (event.key === 'Escape' && draft.value !== activity.title) {
              event.preventDefault();
              setProblem(undefined);
              draft.cancel();
            }
          }}
        />
      </div>
      <div id={`${id}-notes`} role="status" className="ob-activity-title__notes">
        {notes.map((note) => (
          <p key={note} data-problem={note === problem || undefined}>
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}
