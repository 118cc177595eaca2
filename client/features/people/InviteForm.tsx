import { Link2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../shared/access/roles.ts';
import { formatDate } from '../../../shared/i18n/dates.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { currentLanguage } from '../../i18n.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { capitalise } from '../../ui/capitalise.ts';
import { OrganisationCode } from '../../ui/OrganisationChip.tsx';
import { Select } from '../../ui/Select.tsx';
import { type KnownOrganisation, organisationNamed } from './organisations.ts';
import { usePeopleChanges } from './usePeople.ts';

export interface InviteFormProps {
  readonly boardId: string;
  readonly organisations: readonly KnownOrganisation[];
}

/** Makes a link for one organisation with one role; the link is shown once, to copy. */
export function InviteForm({ boardId, organisations }: InviteFormProps) {
  const { t } = useTranslation(['people', 'common']);
  const problemText = useProblemText();
  const heading = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('member');
  const [missing, setMissing] = useState(false);
  const { invite } = usePeopleChanges(boardId);
  const options = organisations.map(({ id, label, record }) => ({
    id,
    label,
    ...(record && { mark: <OrganisationCode {...record} /> }),
  }));
  const typed = name.trim();
  const known = organisationNamed(organisations, typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(typed === '');
    if (typed !== '') invite.mutate({ organisation: known ? { id: known.id } : { name: typed }, role });
  }

  function again() {
    invite.reset();
    setName('');
  }

  const made = invite.data;
  return (
    <section className="ob-people__section ob-invite" aria-labelledby={heading}>
      <h3 id={heading}>{t('inviteTitle')}</h3>
      {made ? (
        <div className="ob-invite__made">
          <CopyField
            label={t('linkReady', { organisation: made.organisation.name, role: t(`common:role.${made.role}`) })}
            value={made.url ?? ''}
          />
          <p className="ob-field__hint">{t('linkOnce', { date: formatDate(made.expiresAt, currentLanguage()) })}</p>
          <Button variant="quiet" icon={Link2} onClick={again}>
            {t('another')}
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} noValidate className="ob-invite__form">
          <p className="ob-people__text">{t('inviteText')}</p>
          {invite.isError && (
            <Banner tone="negative" role="alert">
              {problemText(invite.error)}
            </Banner>
          )}
          <ComboField
            label={t('organisation')}
            hint={t(organisations.length > 0 ? 'organisationHint' : 'organisationTypeHint')}
            options={options}
            text={name}
            onText={setName}
            error={missing && typed === '' ? t('organisationMissing') : undefined}
            empty={(text) => (text === '' ? t('organisationTypeHint') : t('organisationNew', { name: text }))}
          />
          <Select
            label={t('role')}
            hint={t(`roleMeans.${role}`)}
            value={role}
            onChange={setRole}
            options={ROLES.map((value) => ({ value, label: capitalise(t(`common:role.${value}`)) }))}
          />
          <Button type="submit" variant="primary" icon={Link2} busy={invite.isPending}>
            {t('invite')}
          </Button>
        </form>
      )}
    </section>
  );
}
