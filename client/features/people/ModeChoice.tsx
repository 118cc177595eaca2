import { useTranslation } from 'react-i18next';
import { MODES, type Mode } from '../../../shared/access/roles.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { usePeopleChanges } from './usePeople.ts';

/** Open, own or locked, each with the one sentence that says what it means. */
export function ModeChoice({ boardId, mode, disabled }: { boardId: string; mode: Mode; disabled: boolean }) {
  const { t } = useTranslation('people');
  const problemText = useProblemText();
  const { setMode } = usePeopleChanges(boardId);
  return (
    <section className="ob-people__section">
      <RadioCards
        label={t('modeTitle')}
        value={setMode.isPending ? setMode.variables : mode}
        disabled={disabled}
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
