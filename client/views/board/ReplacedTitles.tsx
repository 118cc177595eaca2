import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { editOutcome } from '../../../shared/commands/editOutcome.ts';
import { useBoardIndex } from '../../board/boardHooks.ts';
import type { TitleOverwritten } from '../../board/titleWatch.ts';
import { useBoardEvent } from '../../board/useBoardEvent.ts';
import { useCommands } from '../../board/useCommands.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoardView } from './viewContext.ts';

/** Titles of this person that another one took the place of, each with the way to take it back. */
export function ReplacedTitles() {
  const { store } = useBoardView();
  const [replaced, setReplaced] = useState<readonly TitleOverwritten[]>([]);
  const forget = (id: string): void => setReplaced((now) => now.filter((one) => one.id !== id));
  useBoardEvent('titleOverwritten', (event) => {
    // The card that is open says it in its own panel.
    if (event.collection === 'activities' && event.id === store.get().openCardId) return;
    setReplaced((now) => [...now.filter((one) => one.id !== event.id), event]);
  });
  return replaced.map((one) => <ReplacedTitle key={one.id} replaced={one} onDone={() => forget(one.id)} />);
}

function ReplacedTitle({ replaced, onDone }: { replaced: TitleOverwritten; onDone: () => void }) {
  const { t } = useTranslation('activity');
  const { run } = useCommands();
  const { collection, id, mine } = replaced;
  const theirs = useBoardIndex(({ board }) => board[collection].get(id)?.title);
  if (theirs === undefined || theirs === mine) return null;
  const takeBack = (): void => {
    if (collection === 'activities') run(editActivity, { activityId: id, title: mine });
    else run(editOutcome, { outcomeId: id, title: mine });
    onDone();
  };
  return (
    <Banner
      tone="info"
      role="alert"
      action={
        <>
          <Button size="sm" onClick={takeBack}>
            {t('titleTakeBack')}
          </Button>
          <IconButton size="sm" icon={X} label={t('dismiss')} onClick={onDone} />
        </>
      }
    >
      {t('titleReplaced', { mine, theirs })}
    </Banner>
  );
}
