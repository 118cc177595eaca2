import './WritingPanel.css';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveState } from '../board/statusHooks.ts';
import { Button } from '../ui/Button.tsx';
import { SavedIndicator } from '../ui/SavedIndicator.tsx';
import { SidePanel } from '../ui/SidePanel.tsx';
import { loadLiveText } from './liveTextModule.ts';
import { useKeyboardInset } from './useKeyboardInset.ts';
import { useModalOnPhone } from './useModalOnPhone.ts';

export interface WritingPanelProps {
  readonly label: string;
  /** Where this stands, from the column down. */
  readonly path: readonly string[];
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel over the board in which texts are written: it ends above an on-screen keyboard and covers the phone. */
export function WritingPanel({ label, path, actions, onClose, children }: WritingPanelProps) {
  const { t } = useTranslation('editor');
  const saved = useSaveState();
  const body = useRef<HTMLDivElement>(null);
  useKeyboardInset();
  useModalOnPhone(body);
  // Nobody waits for the editor who has read a line first.
  useEffect(loadLiveText, []);
  return (
    <SidePanel
      label={label}
      path={
        <>
          <Button className="ob-writing-back" variant="quiet" size="sm" icon={ArrowLeft} onClick={onClose}>
            {t('backToBoard')}
          </Button>
          <ol className="ob-writing-path" aria-label={t('path')}>
            {path.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      }
      actions={
        <>
          {/* The panel may cover the bar's. */}
          <SavedIndicator {...saved} quiet />
          {actions}
        </>
      }
      onClose={onClose}
    >
      <div ref={body} className="ob-writing">
        {children}
      </div>
    </SidePanel>
  );
}
