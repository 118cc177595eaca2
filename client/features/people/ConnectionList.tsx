import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatRelative } from '../../../shared/i18n/dates.ts';
import type { AccessToken } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { currentLanguage } from '../../i18n.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { toast } from '../../ui/toast.ts';
import { useTokenChanges } from './useTokens.ts';

/** Access tokens that work, each with the way to end it. */
export function ConnectionList({ boardId, tokens }: { boardId: string; tokens: readonly AccessToken[] }) {
  const { t } = useTranslation('connections');
  const problemText = useProblemText();
  const { revoke } = useTokenChanges(boardId);
  const [ending, setEnding] = useState<AccessToken>();

  function facts({ madeBy, createdAt, expiresAt, lastUsedAt }: AccessToken): string {
    const language = currentLanguage();
    return [
      t('made', { name: madeBy, date: formatDate(createdAt, language) }),
      ...(expiresAt === null ? [] : [t('until', { date: formatDate(expiresAt, language) })]),
      lastUsedAt === null ? t('usedNone') : t('used', { when: formatRelative(lastUsedAt, language) }),
    ].join(' · ');
  }

  if (tokens.length === 0) return null;
  return (
    <>
      <ul>
        {tokens.map((token) => (
          <li key={token.id} className="ob-person">
            <div className="ob-person__who">
              <p className="ob-person__name">
                {token.name} <Tag>{t(`access.${token.access}`)}</Tag>
              </p>
              <p className="ob-person__email">{facts(token)}</p>
            </div>
            <IconButton icon={Trash2} label={t('revoke', { name: token.name })} onClick={() => setEnding(token)} />
          </li>
        ))}
      </ul>
      {ending && (
        <ConfirmDialog
          isOpen
          danger
          title={t('revokeTitle', { name: ending.name })}
          confirmLabel={t('revokeSubmit')}
          busy={revoke.isPending}
          onClose={() => setEnding(undefined)}
          onConfirm={() =>
            revoke.mutate(ending.id, {
              onSuccess: () => toast(t('revoked', { name: ending.name })),
              onError: (error) => toast(problemText(error), { tone: 'negative' }),
              onSettled: () => setEnding(undefined),
            })
          }
        >
          <p>{t('revokeText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
