import './SavedIndicator.css';
import { Cloud, CloudAlert, CloudOff, CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

const ICONS = { loading: Cloud, saved: Cloud, saving: CloudUpload, offline: CloudOff, failed: CloudAlert };

export interface SavedIndicatorProps {
  /** `saved` only when the server has said that everything is on disk. */
  readonly state: keyof typeof ICONS;
  /** Changes that are not on the server yet. */
  readonly waiting?: number;
}

/** Says in words whether everything is kept. */
export function SavedIndicator({ state, waiting = 0 }: SavedIndicatorProps) {
  const { t } = useTranslation('status');
  const words =
    state === 'offline' || state === 'failed'
      ? `${t(state)}${waiting > 0 ? ` · ${t('waiting', { count: waiting })}` : ''}`
      : t(state);
  return (
    <p className={`ob-saved ob-saved--${state}`} role="status">
      <Icon of={ICONS[state]} />
      <span className="ob-saved__text">{words}</span>
    </p>
  );
}
