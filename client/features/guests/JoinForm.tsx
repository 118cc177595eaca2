import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { GuestOffer } from '../../../shared/protocol/guests.ts';
import { problemCode } from '../../api/problem.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { keepGuest, setGuestHere } from '../../guestDevice.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { guestApi } from './guestApi.ts';
import { NONE, OrganisationChoice, OTHER } from './OrganisationChoice.tsx';

function wordsFor(error: unknown, t: (key: 'busy' | 'wrong' | 'codeUnknown') => string, other: string): string {
  const code = problemCode(error);
  if (code === 'tooManyRequests') return t('busy');
  if (code === 'invalidInput') return t('wrong');
  return code === 'notFound' ? t('codeUnknown') : other;
}

interface Named {
  /** Absent for one that is not on the board. */
  readonly id?: string;
  readonly name: string;
}

/** Undefined as long as none was chosen or typed. */
function organisationOf({ organisations }: GuestOffer, chosen: string, typed: string): Named | undefined {
  if (chosen !== OTHER) return organisations.find(({ id }) => id === chosen);
  return typed === '' ? undefined : { name: typed };
}

/** Name, organisation, and one button. */
export function JoinForm({ code, offer }: { code: string; offer: GuestOffer }) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const [location, navigate] = useLocation();
  const queries = useQueryClient();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const organisationField = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(offer.organisations.length === 0 ? OTHER : NONE);
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const organisation = organisationOf(offer, chosen, typed.trim());
  const join = useMutation({
    mutationFn: ({ id, name: typedName }: Named) =>
      guestApi.join(code, { name: name.trim(), organisation: id === undefined ? { name: typedName } : { id } }),
    onSuccess: async ({ boardId, state, claimToken }, as) => {
      keepGuest({ token: claimToken, boardTitle: offer.boardTitle, name: name.trim(), organisation: as.name });
      setGuestHere(boardId);
      // Who waits at the door is shown that by what is asked again here.
      await queries.resetQueries();
      if (state !== 'atDoor') navigate(paths.board(boardId), { replace: true });
    },
  });

  // Someone stands here with a phone in the hand: the first thing to do is typing.
  useEffect(() => nameField.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '') nameField.current?.focus();
    else if (organisation === undefined) organisationField.current?.focus();
    else join.mutate(organisation);
  }

  return (
    <>
      <div className="ob-join__board">
        <p className="ob-gate__text">{t('joinTitle')}</p>
        <h1 className="ob-gate__title">{offer.boardTitle}</h1>
      </div>
      {join.isError && (
        <Banner tone="negative" role="alert">
          {wordsFor(join.error, t, problemText(join.error))}
        </Banner>
      )}
      <form className="ob-gate__form" onSubmit={submit} noValidate>
        <TextField
          ref={nameField}
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          onChange={setName}
          autoComplete="name"
          enterKeyHint="next"
          maxLength={80}
          error={isChecked && name.trim() === '' ? t('nameMissing') : undefined}
        />
        <OrganisationChoice
          ref={organisationField}
          organisations={offer.organisations}
          chosen={chosen}
          onChosen={setChosen}
          typed={typed}
          onTyped={setTyped}
          isMissing={isChecked && organisation === undefined}
        />
        <Button type="submit" variant="primary" size="lg" block busy={join.isPending}>
          {t('join')}
        </Button>
      </form>
      <p className="ob-gate__text">
        <Link href={paths.signIn(location)}>{t('haveAccount')}</Link>
      </p>
    </>
  );
}
