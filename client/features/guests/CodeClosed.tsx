import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { useGuestChanges } from './useGuests.ts';

const DOORS = ['open', 'approval'] as const;
type Door = (typeof DOORS)[number];

/** Opens the board to guests. */
export function CodeClosed({ boardId }: { boardId: string }) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const [door, setDoor] = useState<Door>('open');
  const { openCode } = useGuestChanges(boardId);
  return (
    <section className="ob-guests__section">
      <p className="ob-guests__text">{t('closedText')}</p>
      {openCode.isError && (
        <Banner tone="negative" role="alert">
          {problemText(openCode.error)}
        </Banner>
      )}
      <RadioCards
        label={t('doorTitle')}
        value={door}
        onChange={setDoor}
        options={DOORS.map((value) => ({ value, label: t(`door.${value}`), description: t(`doorMeans.${value}`) }))}
      />
      <div className="ob-guests__actions">
        <Button
          variant="primary"
          icon={DoorOpen}
          busy={openCode.isPending}
          onClick={() => openCode.mutate(door === 'approval')}
        >
          {t('openCode')}
        </Button>
      </div>
    </section>
  );
}
