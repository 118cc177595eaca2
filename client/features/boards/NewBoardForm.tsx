import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { LIMITS } from '../../../shared/board/limits.ts';
import type { Template } from '../../../shared/protocol/api.ts';
import { BOARDS_KEY, boardKey } from '../../api/boards.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { yearChoices, yearRange, yearsProblem } from './years.ts';

/** Title and years of the new board, and the button that makes it. */
export function NewBoardForm({ template }: { template: Template }) {
  const { t } = useTranslation('boards');
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const titleField = useRef<HTMLInputElement>(null);
  const thisYear = new Date().getFullYear();
  const [title, setTitle] = useState(template.columns === 0 ? '' : template.title);
  const [from, setFrom] = useState(template.years[0] ?? thisYear + 1);
  const [until, setUntil] = useState(template.years.at(-1) ?? thisYear + 1);
  const [missing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      api.boards.create({ title: title.trim(), template: template.name, years: yearRange(from, until) }),
    onSuccess: async (detail) => {
      queries.setQueryData(boardKey(detail.id), detail);
      await queries.invalidateQueries({ queryKey: BOARDS_KEY });
      navigate(paths.board(detail.id));
    },
  });
  const wrongYears = yearsProblem(from, until);
  const years = yearChoices(template.years, thisYear).map((year) => ({ value: String(year), label: String(year) }));

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(title.trim() === '');
    if (title.trim() === '') titleField.current?.focus();
    else if (!wrongYears) create.mutate();
  }

  return (
    <form className="ob-new-board__form" onSubmit={submit} noValidate>
      <h2 className="ob-new-board__form-title">{t('summary')}</h2>
      {create.isError && (
        <Banner tone="negative" role="alert">
          {problemText(create.error)}
        </Banner>
      )}
      <TextField
        ref={titleField}
        label={t('titleLabel')}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.title}
        autoComplete="off"
        error={missing ? t('titleMissing') : undefined}
      />
      <fieldset className="ob-fieldset">
        <legend className="ob-fieldset__legend">{t('years')}</legend>
        <p className="ob-field__hint">{t('yearsHint')}</p>
        <div className="ob-new-board__years">
          <Select
            label={t('yearFrom')}
            value={String(from)}
            onChange={(year) => setFrom(Number(year))}
            options={years}
          />
          <Select
            label={t('yearUntil')}
            value={String(until)}
            onChange={(year) => setUntil(Number(year))}
            options={years}
            error={wrongYears && t(wrongYears)}
          />
        </div>
      </fieldset>
      <Button type="submit" variant="primary" size="lg" block busy={create.isPending}>
        {t('createSubmit')}
      </Button>
    </form>
  );
}
