import { LogOut, UserCheck, UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/access/roles.ts';
import type { Participant } from '../../../shared/protocol/people.ts';
import { capitalise } from '../../ui/capitalise.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menu.ts';
import { Select } from '../../ui/Select.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { PersonRights } from './personRights.ts';

export interface PersonRowProps {
  readonly person: Participant;
  readonly isMe: boolean;
  readonly rights: PersonRights;
  readonly onRole: (role: Role) => void;
  readonly onContact: (isContact: boolean) => void;
  readonly onRemove: () => void;
}

export function PersonRow({ person, isMe, rights, onRole, onContact, onRemove }: PersonRowProps) {
  const { t } = useTranslation(['people', 'boardRules', 'guests', 'common']);
  const { name, email, role, isContact, organisation, alsoFor } = person;
  const about = [
    ...(alsoFor.length > 0 ? [t('boardRules:alsoFor', { names: alsoFor.map((other) => other.name).join(', ') })] : []),
    ...(email === undefined ? [] : [email]),
  ];
  const contact: MenuEntry[] = rights.appoint
    ? [
        {
          id: 'contact',
          icon: UserCheck,
          label: t(isContact ? 'boardRules:unmakeContact' : 'boardRules:makeContact'),
          ...(!isContact && { hint: t('boardRules:makeContactHint', { organisation: organisation.name }) }),
          onAction: () => onContact(!isContact),
        },
      ]
    : [];
  const out: MenuEntry[] = isMe
    ? [{ id: 'leave', icon: LogOut, label: t('boardRules:leave'), danger: true, onAction: onRemove }]
    : rights.remove
      ? [{ id: 'remove', icon: UserMinus, label: t('removeSubmit'), danger: true, onAction: onRemove }]
      : [];
  const items: MenuEntry[] = [
    ...contact,
    ...(contact.length > 0 && out.length > 0 ? ['separator' as const] : []),
    ...out,
  ];
  return (
    <li className="ob-person">
      <div className="ob-person__who">
        <p className="ob-person__name">
          {name} {isMe && <Tag tone="outlined">{t('you')}</Tag>}{' '}
          {isContact && <Tag tone="action">{t('boardRules:contact')}</Tag>}
        </p>
        {about.length > 0 && <p className="ob-person__email">{about.join(' · ')}</p>}
      </div>
      {person.guest ? (
        <Tag>{t('guests:tag')}</Tag>
      ) : rights.roles.length > 0 ? (
        <Select
          hideLabel
          size="sm"
          label={t('roleOf', { name })}
          value={role}
          onChange={onRole}
          options={rights.roles.map((value) => ({ value, label: capitalise(t(`common:role.${value}`)) }))}
        />
      ) : (
        <Tag>{capitalise(t(`common:role.${role}`))}</Tag>
      )}
      {!person.guest && items.length > 0 && <MenuButton label={t('boardRules:personMenu', { name })} items={items} />}
    </li>
  );
}
