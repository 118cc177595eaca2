import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isPresent } from '../../../shared/access/guestStates.ts';
import type { Guest, GuestCode } from '../../../shared/protocol/guests.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { byOrganisation } from './guestGroups.ts';
import { joinAddress } from './joinAddress.ts';
import { QrCode } from './QrCode.tsx';
import { ShownCode } from './ShownCode.tsx';

export interface CodeOnScreenProps {
  readonly boardTitle: string;
  readonly code: GuestCode;
  readonly guests: readonly Guest[];
  readonly onClose: () => void;
}

/** The code for the beamer: it fills the screen, and shows how many came in of each organisation. */
export function CodeOnScreen({ boardTitle, code, guests, onClose }: CodeOnScreenProps) {
  const { t } = useTranslation(['guests', 'common']);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const inside = guests.filter(({ state }) => isPresent(state) && state !== 'atDoor');
  return (
    <dialog
      ref={dialog}
      className="ob-code-screen"
      aria-label={t('codeTitle')}
      onClose={onClose}
      // The panel behind it closes on Escape too.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className="ob-code-screen__header">
        <h2>{boardTitle}</h2>
        <IconButton icon={X} label={t('common:close')} onClick={onClose} />
      </header>
      <div className="ob-code-screen__main">
        <QrCode text={code.url} label={t('qrLabel', { url: code.url })} />
        <div className="ob-code-screen__words">
          <p className="ob-code-screen__lead">{t('beamerTitle')}</p>
          <p className="ob-code-screen__address">{joinAddress(code.url)}</p>
          <ShownCode code={code.code} className="ob-code-screen__digits" />
        </div>
      </div>
      <footer className="ob-code-screen__footer" aria-live="polite">
        <p className="ob-code-screen__total">
          {inside.length === 0 ? t('beamerEmpty') : t('beamerCount', { count: inside.length })}
        </p>
        <ul>
          {byOrganisation(inside).map((group) => (
            <li key={group.name}>
              {group.name} <strong>{group.guests.length}</strong>
            </li>
          ))}
        </ul>
      </footer>
    </dialog>
  );
}
