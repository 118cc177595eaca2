import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { InvitationOffer as Offer } from '../../../shared/protocol/invitations.ts';
import { problemCode } from '../../api/problem.ts';
import { useSignOut } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { api } from '../../api.ts';
import { isEmailAddress } from '../../emailAddress.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import './invitation.css';

const SIGN_IN_HELPS: ReadonlySet<string | undefined> = new Set(['emailTaken', 'invitationUsed']);

/** Board, organisation and role in words; who is new says a name, who is signed in presses one button. */
export function InvitationOffer({ token, offer }: { token: string; offer: Offer }) {
  const { t } = useTranslation(['invitation', 'common']);
  const problemText = useProblemText();
  const [location, navigate] = useLocation();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState<{ name?: boolean; email?: boolean }>({});
  const known = offer.signedInAs ?? offer.accountName;
  const isNew = known === undefined;
  const accept = useMutation({
    mutationFn: () =>
      api.invitations.accept(
        token,
        isNew ? { name: name.trim(), ...(email.trim() !== '' && { email: email.trim() }) } : {},
      ),
    onSuccess: async ({ boardId }) => {
      // Accepting may have made an account and signed in.
      await queries.resetQueries();
      navigate(paths.board(boardId), { replace: true });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isNew) {
      const now = { name: name.trim() === '', email: email.trim() !== '' && !isEmailAddress(email) };
      setWrong(now);
      if (now.name) nameField.current?.focus();
      if (now.name || now.email) return;
    }
    accept.mutate();
  }

  return (
    <>
      <div className="ob-offer">
        <p className="ob-gate__text">{t('invitedBy', { name: offer.invitedBy })}</p>
        <h1 className="ob-gate__title">{offer.boardTitle}</h1>
        <p className="ob-offer__as">
          {t('forOrganisation', { organisation: offer.organisation, role: t(`common:role.${offer.role}`) })}
        </p>
        <p className="ob-gate__text">{t(`roleMeans.${offer.role}`)}</p>
        {offer.asContact && <p className="ob-gate__text">{t('contact')}</p>}
        {offer.email !== undefined && <p className="ob-gate__text">{t('knownAs', { email: offer.email })}</p>}
      </div>
      {accept.isError && (
        <Banner tone="negative" role="alert">
          {problemText(accept.error)}{' '}
          {SIGN_IN_HELPS.has(problemCode(accept.error)) && (
            <Link href={paths.signIn(location)}>{t('signInFirst')}</Link>
          )}
        </Banner>
      )}
      <form className="ob-gate__form" onSubmit={submit} noValidate>
        {isNew && (
          <>
            <TextField
              ref={nameField}
              label={t('name')}
              hint={t('nameHint')}
              value={name}
              onChange={setName}
              autoComplete="name"
              maxLength={200}
              error={wrong.name ? t('nameMissing') : undefined}
            />
            {offer.email === undefined && (
              <TextField
                label={t('email')}
                hint={t('emailHint')}
                type="email"
                inputMode="email"
                value={email}
                onChange={setEmail}
                autoComplete="email"
                spellCheck={false}
                error={wrong.email ? t('emailWrong') : undefined}
              />
            )}
          </>
        )}
        <Button type="submit" variant="primary" size="lg" block busy={accept.isPending}>
          {known === undefined ? t('submit') : t('submitAs', { name: known })}
        </Button>
      </form>
      {offer.signedInAs === undefined ? (
        offer.accountName === undefined && (
          <p className="ob-gate__text">
            {t('haveAccount')} <Link href={paths.signIn(location)}>{t('signInFirst')}</Link>
          </p>
        )
      ) : (
        <Button
          variant="quiet"
          block
          busy={signOut.isPending}
          onClick={() =>
            signOut.mutate(undefined, { onSuccess: () => queries.invalidateQueries({ queryKey: ['invitation'] }) })
          }
        >
          {t('otherAccount')}
        </Button>
      )}
    </>
  );
}
