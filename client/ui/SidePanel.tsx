import './SidePanel.css';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';

export interface SidePanelProps {
  /** Name for screen readers. */
  readonly label: string;
  /** Where this stands ("2 Onderwijs › 2.1 Primair onderwijs"). */
  readonly path?: ReactNode;
  /** Icon buttons beside the close button. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A panel over the board from the right; the whole screen on a phone. The board beside it stays usable, so focus
 * may leave it: it goes into the panel at the start and back to where it was at the end. Escape closes it.
 */
export function SidePanel({ label, path, actions, onClose, children }: SidePanelProps) {
  const { t } = useTranslation('common');
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const element = panel.current;
    return () => {
      const inside = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <section
      ref={panel}
      className="ob-side-panel"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        // A menu, a dialog or a field inside that uses Escape itself has prevented or stopped it.
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="ob-side-panel__header">
        <div className="ob-side-panel__path">{path}</div>
        {actions}
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      <div className="ob-side-panel__body">{children}</div>
    </section>
  );
}
