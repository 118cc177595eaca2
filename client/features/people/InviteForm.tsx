import { Link2, Send } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COLLEAGUE_ROLES } from '../../../shared/access/peopleActions.ts';
import { ROLES, type Role } from '../../../shared/access/roles.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { isEmailAddress } from '../../emailAddress.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { capitalise } from '../../ui/capitalise.ts';
import { OrganisationCode } from '../../ui/OrganisationChip.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { InvitationMade } from './InvitationMade.tsx';
import { type KnownOrganisation, organisationNamed } from './organisations.ts';
import { usePeopleChanges } from './usePeople.ts';

export interface InviteFormProps {
  readonly boardId: string;
  readonly organisations: readonly KnownOrganisation[];
  /** The organisation for which a contact invites; absent for a facilitator, who chooses one. */
  readonly own?: { readonly id: string; readonly name: string } | undefined;
}

const DAYS = { d1: 1, d7: 7, d30: 30 } as const;
type Days = keyof typeof DAYS;

/** Invites to the board for one organisation with one role: by mail, or by a link that is shown once. */
export function InviteForm({ boardId, organisations, own }: InviteFormProps) {
  const { t } = useTranslation(['people', 'invitations', 'common']);
  const problemText = useProblemText();
  const heading = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('member');
  const [how, setHow] = useState<'link' | 'mail'>('link');
  const [email, setEmail] = useState('');
  const [asContact, setAsContact] = useState(false);
  const [once, setOnce] = useState(false);
  const [days, setDays] = useState<Days>('d30');
  const [isTried, setTried] = useState(false);
  const { invite } = usePeopleChanges(boardId);
  const options = organisations.map(({ id, label, record }) => ({
    id,
    label,
    ...(record && { mark: <OrganisationCode {...record} /> }),
  }));
  const typed = name.trim();
  const known = own ?? organisationNamed(organisations, typed);
  const noName = !own && typed === '';
  const noEmail = how === 'mail' && !isEmailAddress(email);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (noName || noEmail) return;
    invite.mutate({
      organisation: known ? { id: known.id } : { name: typed },
      role,
      validDays: DAYS[days],
      ...(asContact && { asContact }),
      ...(how === 'mail' ? { email: email.trim() } : once && { once }),
    });
  }

  function again() {
    invite.reset();
    setName('');
    setEmail('');
    setTried(false);
  }

  const roles: readonly Role[] = own ? COLLEAGUE_ROLES : ROLES;
  return (
    <section className="ob-people__section ob-invite" aria-labelledby={heading}>
      <h3 id={heading}>{t('inviteTitle')}</h3>
      {invite.data ? (
        <InvitationMade invitation={invite.data} onAgain={again} />
      ) : (
        <form onSubmit={submit} noValidate className="ob-invite__form">
          <p className="ob-people__text">
            {own ? t('invitations:textContact', { organisation: own.name }) : t('invitations:text')}
          </p>
          {invite.isError && (
            <Banner tone="negative" role="alert">
              {problemText(invite.error)}
            </Banner>
          )}
          <SegmentedControl
            label={t('invitations:how')}
            value={how}
            onChange={(next) => {
              setHow(next);
              setDays(next === 'mail' ? 'd7' : 'd30');
            }}
            options={[
              { value: 'link', label: t('invitations:byLink'), icon: Link2 },
              { value: 'mail', label: t('invitations:byMail'), icon: Send },
            ]}
          />
          {!own && (
            <ComboField
              label={t('organisation')}
              hint={t(organisations.length > 0 ? 'organisationHint' : 'organisationTypeHint')}
              options={options}
              text={name}
              onText={setName}
              error={isTried && noName ? t('organisationMissing') : undefined}
              empty={(text) => (text === '' ? t('organisationTypeHint') : t('organisationNew', { name: text }))}
            />
          )}
          {how === 'mail' && (
            <TextField
              label={t('invitations:email')}
              hint={t('invitations:emailHint')}
              type="email"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              value={email}
              onChange={setEmail}
              error={isTried && noEmail ? t('invitations:emailWrong') : undefined}
            />
          )}
          <div className="ob-invite__pair">
            <Select
              label={t('role')}
              hint={t(`roleMeans.${role}`)}
              value={role}
              onChange={setRole}
              options={roles.map((value) => ({ value, label: capitalise(t(`common:role.${value}`)) }))}
            />
            <Select<Days>
              label={t('invitations:valid')}
              value={days}
              onChange={setDays}
              options={[
                { value: 'd1', label: t('invitations:days.d1') },
                { value: 'd7', label: t('invitations:days.d7') },
                { value: 'd30', label: t('invitations:days.d30') },
              ]}
            />
          </div>
          {!own && (
            <div className="ob-people__rule">
              <Checkbox checked={asContact} onChange={setAsContact}>
                {t('invitations:asContact')}
              </Checkbox>
              {asContact && <p className="ob-field__hint">{t('invitations:asContactHint')}</p>}
            </div>
          )}
          {how === 'link' && (
            <Checkbox checked={once} onChange={setOnce}>
              {t('invitations:once')}
            </Checkbox>
          )}
          <Button type="submit" variant="primary" icon={how === 'mail' ? Send : Link2} busy={invite.isPending}>
            {how === 'mail' ? t('invitations:send') : t('invite')}
          </Button>
        </form>
      )}
    </section>
  );
}
