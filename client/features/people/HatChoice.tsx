import { useTranslation } from 'react-i18next';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Select } from '../../ui/Select.tsx';
import { toast } from '../../ui/toast.ts';
import { usePeopleChanges } from './usePeople.ts';

/** For which organisation one works now, for who works for several on this board. */
export function HatChoice({ board }: { board: BoardDetail }) {
  const { t } = useTranslation('boardRules');
  const problemText = useProblemText();
  const { wearHat } = usePeopleChanges(board.id);
  if (board.hats.length < 2) return null;
  return (
    <section className="ob-people__section">
      <Select
        label={t('hat')}
        hint={t('hatHint')}
        value={wearHat.isPending ? wearHat.variables : board.organisation.id}
        disabled={wearHat.isPending}
        onChange={(organisationId) =>
          wearHat.mutate(organisationId, {
            onSuccess: () =>
              toast(t('hatChanged', { organisation: board.hats.find(({ id }) => id === organisationId)?.name ?? '' })),
            onError: (error) => toast(problemText(error), { tone: 'negative' }),
          })
        }
        options={[...board.hats]
          .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </section>
  );
}
