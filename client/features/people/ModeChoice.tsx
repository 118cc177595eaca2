import { useTranslation } from 'react-i18next';
import { MODES, type Mode } from '../../../shared/access/roles.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { usePeopleChanges } from './usePeople.ts';

export interface ModeChoiceProps {
  readonly boardId: string;
  readonly mode: Mode;
  /** Why this person cannot choose; undefined when they can. */
  readonly cannot: 'facilitators' | 'closed' | undefined;
}

/** Open, own or locked, each with the one sentence that says what it means. */
export function ModeChoice({ boardId, mode, cannot }: ModeChoiceProps) {
  const { t } = useTranslation('people');
  const problemText = useProblemText();
  const { setMode } = usePeopleChanges(boardId);
  if (cannot !== undefined) {
    return (
      <section className="ob-people__section">
        <h3 className="ob-people__mode">{t('modeTitle')}</h3>
        <p className="ob-people__mode-now">{t(`mode.${mode}`)}</p>
        <p>{t(`modeMeans.${mode}`)}</p>
        <p className="ob-people__mode-why">{t(`modeCannot.${cannot}`)}</p>
      </section>
    );
  }
  return (
    <section className="ob-people__section">
      <RadioCards
        label={t('modeTitle')}
        value={setMode.isPending ? setMode.variables : mode}
        onChange={(next) =>
          setMode.mutate(next, { onSuccess: () => announce(t('modeChanged', { mode: t(`mode.${next}`) })) })
        }
        options={MODES.map((value) => ({
          value,
          label: t(`mode.${value}`),
          description: t(`modeMeans.${value}`),
        }))}
      />
      {setMode.isError && (
        <Banner tone="negative" role="alert">
          {problemText(setMode.error)}
        </Banner>
      )}
    </section>
  );
}
