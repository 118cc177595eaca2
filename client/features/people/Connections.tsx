import { Plug } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessTokenCreated } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { ConnectionForm } from './ConnectionForm.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { useTokens } from './useTokens.ts';

/** Where programs connect, without the document's name. */
function programAddress(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/yjs`;
}

/** Programs that come to this board by an access token: making one, and those there are. */
export function Connections({ boardId, isClosed }: { boardId: string; isClosed: boolean }) {
  const { t } = useTranslation('connections');
  const problemText = useProblemText();
  const heading = useId();
  const tokens = useTokens(boardId);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<AccessTokenCreated>();

  function again() {
    setMade(undefined);
    setMaking(true);
  }

  return (
    <section className="ob-people__section" aria-labelledby={heading}>
      <h3 id={heading}>{t('title')}</h3>
      <p className="ob-people__text">{t('text')}</p>
      {tokens.isError && (
        <Banner tone="negative" role="alert">
          {problemText(tokens.error)}
        </Banner>
      )}
      {made && (
        <div className="ob-invite__made">
          <CopyField label={t('keyReady', { name: made.name })} value={made.token} />
          <p className="ob-field__hint">{t('keyOnce')}</p>
          <p className="ob-field__hint">{t('address', { address: programAddress() })}</p>
          <Button variant="quiet" icon={Plug} onClick={again}>
            {t('another')}
          </Button>
        </div>
      )}
      {!made && isMaking && <ConnectionForm boardId={boardId} onMade={setMade} onCancel={() => setMaking(false)} />}
      {!made && !isMaking && !isClosed && (
        <div className="ob-invite__form">
          <Button icon={Plug} onClick={() => setMaking(true)}>
            {t('make')}
          </Button>
        </div>
      )}
      <ConnectionList boardId={boardId} tokens={tokens.data?.tokens ?? []} />
    </section>
  );
}
