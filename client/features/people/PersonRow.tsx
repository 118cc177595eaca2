import { UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../shared/access/roles.ts';
import type { People } from '../../../shared/protocol/api.ts';
import { capitalise } from '../../ui/capitalise.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tag } from '../../ui/Tag.tsx';

export interface PersonRowProps {
  readonly person: People['participants'][number];
  readonly isMe: boolean;
  readonly mayChange: boolean;
  readonly onRole: (role: Role) => void;
  readonly onRemove: () => void;
}

export function PersonRow({ person, isMe, mayChange, onRole, onRemove }: PersonRowProps) {
  const { t } = useTranslation(['people', 'guests', 'common']);
  return (
    <li className="ob-person">
      <div className="ob-person__who">
        <p className="ob-person__name">
          {person.name} {isMe && <Tag tone="outlined">{t('you')}</Tag>}
        </p>
        {person.email && <p className="ob-person__email">{person.email}</p>}
      </div>
      {person.guest ? (
        <Tag>{t('guests:tag')}</Tag>
      ) : mayChange ? (
        <>
          <Select
            hideLabel
            size="sm"
            label={t('roleOf', { name: person.name })}
            value={person.role}
            onChange={onRole}
            options={ROLES.map((value) => ({ value, label: capitalise(t(`common:role.${value}`)) }))}
          />
          <IconButton icon={UserMinus} label={t('remove', { name: person.name })} onClick={onRemove} />
        </>
      ) : (
        <Tag>{capitalise(t(`common:role.${person.role}`))}</Tag>
      )}
    </li>
  );
}
