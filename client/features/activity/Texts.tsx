import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { useYears } from '../../board/boardHooks.ts';
import { usePeopleAt } from '../../board/presenceHooks.ts';
import { BoardTextField } from '../../editor/BoardTextField.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ResultsTable } from './ResultsTable.tsx';
import { CARD_TEXTS, type CardText, fieldOf, filledTexts, resultYears, type SingleText, textOf } from './textFields.ts';

export interface TextsProps {
  readonly activity: Activity;
  readonly writable: boolean;
  /** Id of the sentence that says why it may not be written. */
  readonly refusedBy: string | undefined;
}

/** The texts of a card. Empty ones fold away into a row of buttons; pressing one opens it to write in. */
export function Texts({ activity, writable, refusedBy }: TextsProps) {
  const { t } = useTranslation('activity');
  const years = useYears();
  const people = usePeopleAt(activity.id);
  const [opened, setOpened] = useState<readonly CardText[]>([]);
  const [starts, setStarts] = useState<CardText>();

  const filled = filledTexts(activity, years);
  // A field in which someone else has begun is there for everyone, before the first word has come.
  const busy = people.flatMap(({ at }) => at.map(({ field }) => field && textOf(field)));
  const isShown = (text: CardText) => filled.has(text) || opened.includes(text) || (writable && busy.includes(text));
  const keep = (text: CardText) => setOpened((now) => (now.includes(text) ? now : [...now, text]));
  const hasYears = resultYears(activity, years).length > 0;
  const folded = CARD_TEXTS.filter((text) => !isShown(text) && (text !== 'results' || hasYears));

  return (
    <>
      {CARD_TEXTS.filter(isShown).map((text) =>
        text === 'results' ? (
          <ResultsTable
            key={text}
            activity={activity}
            writable={writable}
            refusedBy={refusedBy}
            startOpen={starts === text}
            onFocus={() => keep(text)}
          />
        ) : (
          <CardTextField
            key={text}
            text={text}
            activity={activity}
            writable={writable}
            refusedBy={refusedBy}
            startOpen={starts === text}
            onFocus={() => keep(text)}
          />
        ),
      )}
      {!writable && filled.size === 0 && <p className="ob-activity-empty">{t('nothingWritten')}</p>}
      {writable && folded.length > 0 && (
        <fieldset className="ob-activity-fold">
          <legend>{t('addField')}</legend>
          {folded.map((text) => (
            <button
              key={text}
              type="button"
              className="ob-activity-fold__field"
              onClick={() => {
                keep(text);
                setStarts(text);
              }}
            >
              <Icon of={Plus} size={14} />
              {t(text)}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}

interface CardTextFieldProps {
  readonly text: SingleText;
  readonly activity: Activity;
  readonly writable: boolean;
  readonly refusedBy: string | undefined;
  readonly startOpen: boolean;
  readonly onFocus: () => void;
}

function CardTextField({ text, activity, writable, refusedBy, startOpen, onFocus }: CardTextFieldProps) {
  const { t } = useTranslation('activity');
  const field = fieldOf(text);
  return (
    <BoardTextField
      className="ob-writing__text"
      label={t(text)}
      textRef={{ kind: 'activity', id: activity.id, field }}
      text={activity.texts[field]}
      placeholder={t(`${text}Placeholder`)}
      writable={writable}
      refusedBy={refusedBy}
      startOpen={startOpen}
      onFocusChange={(focused) => focused && onFocus()}
    />
  );
}
