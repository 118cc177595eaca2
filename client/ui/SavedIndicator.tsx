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
  /** Another one on this screen is read out already. */
  readonly quiet?: boolean;
}

/** Says in words whether everything is kept. */
export function SavedIndicator({ state, waiting = 0, quiet = false }: SavedIndicatorProps) {
  const { t } = useTranslation('status');
  const words =
    state === 'offline' || state === 'failed'
      ? `${t(state)}${waiting > 0 ? ` · ${t('waiting', { count: waiting })}` : ''}`
      : t(state);
  return (
    <p className={`ob-saved ob-saved--${state}`} role={quiet ? undefined : 'status'}>
      <Icon of={ICONS[state]} />
      <span className="ob-saved__text">{words}</span>
    </p>
  );
}
