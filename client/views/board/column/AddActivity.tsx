import './AddDraft.css';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draft, party } from '../../../../shared/board/documentRef.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { LIMITS } from '../../../../shared/board/limits.ts';
import { addActivity } from '../../../../shared/commands/addActivity.ts';
import { useOrganisation } from '../../../board/boardHooks.ts';
import { useMe, useRefusalText, useWriteRefusal } from '../../../board/rightsHooks.ts';
import { useCommands } from '../../../board/useCommands.ts';
import { cardZone } from '../../../interactions/dropTarget.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { OrganisationChip } from '../../../ui/OrganisationChip.tsx';
import { Select } from '../../../ui/Select.tsx';
import { afterMenu } from '../card/focusAfter.ts';
import { UNPLACED } from '../model/boardModel.ts';
import { pastedTitles } from '../model/pastedTitles.ts';
import { useBoardView } from '../viewContext.ts';

/** Who adds drafts goes on with drafts: a card that is shared by mistake cannot be taken back. */
let wantedDraft = false;

const NOWHERE = { id: UNPLACED, label: '' };

export interface AddActivityProps {
  /** Where one can add: outcomes or `UNPLACED`, with how they are called. The first one is chosen at first. */
  readonly targets: readonly { readonly id: Id; readonly label: string }[];
}

/**
 * Typing a title and Enter, again and again: the field stays open and keeps focus. The card lands in the document of
 * the member's own organisation. A pasted list gives a card for each line.
 */
export function AddActivity({ targets }: AddActivityProps) {
  const { t, i18n } = useTranslation(['board', 'drafts']);
  const { store } = useBoardView();
  const { run } = useCommands();
  const { organisationId } = useMe();
  const mayShare = useWriteRefusal(party(organisationId)) === undefined;
  const mayDraft = useWriteRefusal(draft(organisationId)) === undefined;
  const [wantsDraft, setWantsDraft] = useState(wantedDraft);
  const isDraft = mayDraft && (wantsDraft || !mayShare);
  const organisation = useOrganisation(organisationId);
  const refusalText = useRefusalText();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Id>();
  const { id: outcomeId, label } = targets.find(({ id }) => id === chosen) ?? targets[0] ?? NOWHERE;
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    // The lists above it may still be drawing their last cards, which pushes it down.
    afterMenu(() => form.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }, []);

  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const close = (): void => {
    const { addingAt = '' } = store.get();
    store.set({ addingAt: undefined });
    afterMenu(() => document.querySelector<HTMLElement>(`[data-add-at="${CSS.escape(addingAt)}"]`)?.focus());
  };

  const add = (): void => {
    const titles = lines.length > 1 ? pastedTitles(text) : lines;
    let lastId = '';
    for (const title of titles) {
      const result = run(addActivity, {
        title,
        ...(outcomeId !== UNPLACED && { outcomeId }),
        ...(isDraft && { draft: true }),
      });
      if (!result.ok) {
        setProblem(refusalText(result));
        return;
      }
      lastId = result.id;
    }
    if (titles.length === 0) return;
    setText('');
    setProblem(undefined);
    const [only = ''] = titles;
    const [one, several] = isDraft
      ? (['drafts:added', 'drafts:addedSeveral'] as const)
      : (['added', 'addedSeveral'] as const);
    announce(titles.length === 1 ? t(one, { title: only, label }) : t(several, { count: titles.length, label }));
    field.current?.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      const zone = cardZone(outcomeId === UNPLACED ? undefined : outcomeId);
      const list = document.querySelector(`[data-drop-zone="${CSS.escape(zone)}"]`);
      list?.querySelector(`[data-drop-item="${CSS.escape(lastId)}"]`)?.scrollIntoView({ block: 'nearest' });
      form.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <form
      ref={form}
      className={classNames('ob-add', isDraft && 'ob-add--draft')}
      aria-label={t('addActivityTo', { label })}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <textarea
        ref={field}
        className="ob-add__field"
        rows={1}
        maxLength={LIMITS.title * 60}
        value={text}
        placeholder={t('activityTitle')}
        aria-label={t('activityTitleFor', { label })}
        aria-invalid={problem !== undefined || undefined}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && (
        <p className="ob-add__problem" role="alert">
          {problem}
        </p>
      )}
      {targets.length > 1 && (
        <div className="ob-add__target">
          <Select
            label={t('addInSection')}
            hideLabel
            value={outcomeId}
            options={targets.map(({ id, label: text }) => ({ value: id, label: text }))}
            onChange={setChosen}
          />
        </div>
      )}
      {/* Its words come after those of the first load. */}
      {mayDraft && i18n.exists('drafts:asDraft') && (
        <div className="ob-add__draft">
          {mayShare ? (
            <Checkbox
              checked={wantsDraft}
              onChange={(wants) => {
                wantedDraft = wants;
                setWantsDraft(wants);
                field.current?.focus({ preventScroll: true });
              }}
            >
              {t('drafts:asDraft')}
              <small>{t('drafts:asDraftHint')}</small>
            </Checkbox>
          ) : (
            <p>{t('drafts:onlyDraft')}</p>
          )}
        </div>
      )}
      <div className="ob-add__foot">
        {organisation && (
          <span className="ob-add__owner" title={t('ownCard')}>
            <OrganisationChip code={organisation.code} name={organisation.name} colour={organisation.colour} />
          </span>
        )}
        <IconButton icon={X} size="sm" label={t('stopAdding')} onClick={close} />
        <Button type="submit" size="sm" variant="primary" icon={Plus}>
          {lines.length > 1 ? t('addSeveral', { count: lines.length }) : t(isDraft ? 'drafts:addDraft' : 'add')}
        </Button>
      </div>
    </form>
  );
}
