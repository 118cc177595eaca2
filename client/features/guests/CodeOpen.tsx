import { DoorClosed, KeyRound, Maximize2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest, GuestCode } from '../../../shared/protocol/guests.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { currentLanguage } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import { CloseCode } from './CloseCode.tsx';
import { CodeOnScreen } from './CodeOnScreen.tsx';
import { joinAddress } from './joinAddress.ts';
import { QrCode } from './QrCode.tsx';
import { ShownCode } from './ShownCode.tsx';
import { useGuestChanges } from './useGuests.ts';

export interface CodeOpenProps {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly code: GuestCode;
  readonly guests: readonly Guest[];
}

/** The code that is open: to show, to renew and to close, and whether guests wait at the door. */
export function CodeOpen({ boardId, boardTitle, code, guests }: CodeOpenProps) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const heading = useId();
  const [dialog, setDialog] = useState<'screen' | 'close'>();
  const { openCode, setDoor } = useGuestChanges(boardId);
  const onError = (error: unknown) => toast(problemText(error), { tone: 'negative' });
  const time = new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short' }).format(new Date(code.expiresAt));
  return (
    <section className="ob-guests__section" aria-labelledby={heading}>
      <h3 id={heading} className="ob-visually-hidden">
        {t('codeTitle')}
      </h3>
      <div className="ob-guests__code">
        <QrCode text={code.url} label={t('qrLabel', { url: code.url })} />
        <div>
          <ShownCode code={code.code} className="ob-guests__digits" />
          <p className="ob-guests__text">{t('goTo', { address: joinAddress(code.url) })}</p>
          <p className="ob-guests__text">{t('until', { time })}</p>
        </div>
      </div>
      <div className="ob-guests__actions">
        <Button variant="primary" icon={Maximize2} onClick={() => setDialog('screen')}>
          {t('enlarge')}
        </Button>
        <Button
          icon={KeyRound}
          busy={openCode.isPending}
          onClick={() => openCode.mutate(code.approval, { onSuccess: () => toast(t('renewed')), onError })}
        >
          {t('renew')}
        </Button>
        <Button icon={DoorClosed} onClick={() => setDialog('close')}>
          {t('close')}
        </Button>
      </div>
      <label className="ob-guests__door">
        <input
          type="checkbox"
          checked={code.approval}
          onChange={(event) => setDoor.mutate(event.target.checked, { onError })}
        />
        {t('waitAtDoor')}
      </label>
      {dialog === 'screen' && (
        <CodeOnScreen boardTitle={boardTitle} code={code} guests={guests} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'close' && <CloseCode boardId={boardId} onClose={() => setDialog(undefined)} />}
    </section>
  );
}
