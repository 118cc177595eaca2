import { Link2, Send, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import type { BoardInvitation } from '../../../shared/protocol/invitations.ts';
import { currentLanguage } from '../../i18n.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menu.ts';
import { Tag } from '../../ui/Tag.tsx';

export interface InvitationRowProps {
  readonly invitation: BoardInvitation;
  readonly onRenew: () => void;
  readonly onRevoke: () => void;
  /** What became of renewing it. */
  readonly children: ReactNode;
}

/** How far an invitation came, in one word. */
function stateOf({ state, email, sentAt }: BoardInvitation): BoardInvitation['state'] | 'sent' | 'notSent' {
  if (state !== 'open') return state;
  if (sentAt !== null) return 'sent';
  return email === undefined ? 'open' : 'notSent';
}

export function InvitationRow({ invitation, onRenew, onRevoke, children }: InvitationRowProps) {
  const { t } = useTranslation(['people', 'invitations', 'common']);
  const { organisation, role, asContact, once, email, used, expiresAt } = invitation;
  const state = stateOf(invitation);
  const name = email ?? organisation.name;
  const facts = [
    asContact ? t('invitations:asContactShort') : t('invitations:as', { role: t(`common:role.${role}`) }),
    ...(once && email === undefined ? [t('invitations:forOne')] : []),
    ...(state === 'used' || state === 'expired'
      ? []
      : [t('invitations:until', { date: formatDate(expiresAt, currentLanguage()) })]),
    ...(used > 0 && !once ? [t('used', { count: used })] : []),
  ];
  const renew: MenuEntry =
    email === undefined
      ? {
          id: 'renew',
          label: t('invitations:newLink'),
          hint: t('invitations:newLinkHint'),
          icon: Link2,
          onAction: onRenew,
        }
      : {
          id: 'renew',
          label: t('invitations:sendAgain'),
          hint: t('invitations:sendAgainHint'),
          icon: Send,
          onAction: onRenew,
        };
  const revoke: MenuEntry = {
    id: 'revoke',
    label: t('invitations:revoke'),
    icon: Trash2,
    danger: true,
    onAction: onRevoke,
  };
  return (
    <li className="ob-person ob-person--invited">
      <div className="ob-person__who">
        <p className="ob-person__name">
          {email === undefined ? organisation.name : t('invitations:to', { organisation: organisation.name, email })}
        </p>
        <p className="ob-person__email">{facts.join(' · ')}</p>
      </div>
      <Tag tone={state === 'notSent' ? 'warning' : state === 'used' || state === 'expired' ? 'outlined' : 'neutral'}>
        {t(`invitations:state.${state}`)}
      </Tag>
      <MenuButton
        label={t('invitations:menu', { name })}
        items={state === 'used' ? [revoke] : [renew, 'separator', revoke]}
      />
      {children}
    </li>
  );
}
