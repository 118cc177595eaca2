import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSettings } from '../../../shared/access/boardSettings.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { usePeopleChanges } from './usePeople.ts';

/** Who may do what beside the mode, for facilitators. */
export function RulesForm({ boardId, settings }: { boardId: string; settings: BoardSettings }) {
  const { t } = useTranslation('boardRules');
  const problemText = useProblemText();
  const heading = useId();
  const { setRules } = usePeopleChanges(boardId);
  const now = { ...settings, ...(setRules.isPending ? setRules.variables : {}) };
  const set = (change: Partial<BoardSettings>): void =>
    setRules.mutate(change, { onSuccess: () => announce(t('saved')) });
  return (
    <section className="ob-people__section" aria-labelledby={heading}>
      <h3 id={heading}>{t('title')}</h3>
      <div className="ob-people__rule">
        <Checkbox
          checked={now.changeOutcomes === 'members'}
          onChange={(on) => set({ changeOutcomes: on ? 'members' : 'facilitators' })}
        >
          {t('changeOutcomes')}
        </Checkbox>
        <p className="ob-field__hint">{t('changeOutcomesHint')}</p>
      </div>
      <div className="ob-people__rule">
        <Checkbox
          checked={now.archive === 'members'}
          onChange={(on) => set({ archive: on ? 'members' : 'facilitators' })}
        >
          {t('archive')}
        </Checkbox>
        <p className="ob-field__hint">{t('archiveHint')}</p>
      </div>
      <div className="ob-people__rule">
        <Checkbox
          checked={now.invite === 'contacts'}
          onChange={(on) => set({ invite: on ? 'contacts' : 'facilitators' })}
        >
          {t('invite')}
        </Checkbox>
        <p className="ob-field__hint">{t('inviteHint')}</p>
      </div>
      {setRules.isError && (
        <Banner tone="negative" role="alert">
          {problemText(setRules.error)}
        </Banner>
      )}
    </section>
  );
}
