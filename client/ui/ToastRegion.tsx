import './ToastRegion.css';
import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import { dismissToast, type ToastMessage, toastStore } from './toast.ts';

const STAYS_MS = 7000;
const STAYS_WITH_ACTION_MS = 15_000;

function Toast({ message }: { message: ToastMessage }) {
  const { t } = useTranslation('common');
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(message.id), message.action ? STAYS_WITH_ACTION_MS : STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, message]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the message in sight while someone is on it
    <div
      className={`ob-toast ob-toast--${message.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="ob-toast__text">{message.text}</p>
      {message.action && (
        <button
          type="button"
          className="ob-toast__action"
          onClick={() => {
            message.action?.onPress();
            dismissToast(message.id);
          }}
        >
          {message.action.label}
        </button>
      )}
      <IconButton icon={X} size="sm" label={t('close')} tooltip="" onClick={() => dismissToast(message.id)} />
    </div>
  );
}

/** Where toasts appear: below, out of the way of the card one works on. */
export function ToastRegion() {
  const messages = useSyncExternalStore(toastStore.subscribe, toastStore.current);
  return (
    <div className="ob-toasts" role="status">
      {messages.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </div>
  );
}
