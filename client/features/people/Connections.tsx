import { Plug } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessTokenCreated } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConnectionForm } from './ConnectionForm.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { NewConnection } from './NewConnection.tsx';
import { useTokens } from './useTokens.ts';

/** Programs that come to this board by an access token: making one, and those there are. */
export function Connections({ boardId, isClosed }: { boardId: string; isClosed: boolean }) {
  const { t } = useTranslation('connections');
  const problemText = useProblemText();
  const heading = useId();
  const tokens = useTokens(boardId);
  const [isMaking, setMaking] = useState(false);
  const [latest, setLatest] = useState<AccessTokenCreated>();
  // Hidden only when the list is known to be without it: the key cannot be shown again.
  const isGone = tokens.isSuccess && !tokens.data.tokens.some(({ id }) => id === latest?.id);
  const made = isGone ? undefined : latest;

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
        <NewConnection
          made={made}
          onAgain={() => {
            setLatest(undefined);
            setMaking(true);
          }}
        />
      )}
      {!made && isMaking && (
        <ConnectionForm
          boardId={boardId}
          onMade={(token) => {
            setLatest(token);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      )}
      {!made && !isMaking && !isClosed && (
        <div className="ob-people__actions">
          <Button icon={Plug} onClick={() => setMaking(true)}>
            {t('make')}
          </Button>
        </div>
      )}
      <ConnectionList boardId={boardId} tokens={tokens.data?.tokens ?? []} />
    </section>
  );
}
