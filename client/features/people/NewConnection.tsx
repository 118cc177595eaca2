import { Plug } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessTokenCreated } from '../../../shared/protocol/api.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';

/** Where programs connect, without the document's name. */
function programAddress(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/yjs`;
}

/** The key of a connection that was just made: shown once, to copy. */
export function NewConnection({ made, onAgain }: { made: AccessTokenCreated; onAgain: () => void }) {
  const { t } = useTranslation('connections');
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="ob-invite__made">
      <CopyField label={t('keyReady', { name: made.name })} value={made.token} />
      <p className="ob-field__hint">{t('keyOnce')}</p>
      <p className="ob-field__hint">{t('address', { address: programAddress() })}</p>
      <Button variant="quiet" icon={Plug} onClick={onAgain}>
        {t('another')}
      </Button>
    </div>
  );
}
