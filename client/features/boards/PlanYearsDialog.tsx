import './boards.css';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FRAME } from '../../../shared/board/documentRef.ts';
import type { RefusalCode } from '../../../shared/commands/command.ts';
import { setYears } from '../../../shared/commands/editPlan.ts';
import { useYears } from '../../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../../board/rightsHooks.ts';
import { useCommands } from '../../board/useCommands.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { toast } from '../../ui/toast.ts';
import { yearChoices, yearRange, yearsProblem } from './years.ts';

/** Changes from which year until which the plan runs; what was written for a year that is left out stays. */
export function PlanYearsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['boards', 'common']);
  const { run } = useCommands();
  const refusalText = useRefusalText();
  const cannot = useWriteRefusal(FRAME);
  const [refused, setRefused] = useState<RefusalCode>();
  const form = useId();
  const now = useYears();
  const thisYear = new Date().getFullYear();
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly until?: number }>({});
  const from = chosen.from ?? now[0] ?? thisYear;
  const until = chosen.until ?? now.at(-1) ?? thisYear;
  const wrong = yearsProblem(from, until);
  const why = cannot ?? refused;
  const options = yearChoices(now, thisYear).map((year) => ({ value: String(year), label: String(year) }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (wrong) return;
    const result = run(setYears, { years: yearRange(from, until) });
    if (!result.ok) {
      setRefused(result.code);
      return;
    }
    toast(t('yearsChanged', { years: from === until ? from : `${from}–${until}` }));
    onClose();
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={t('years')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form id={form} className="ob-title-dialog" onSubmit={submit} noValidate>
        {why && (
          <Banner tone="warning" role="alert">
            {refusalText({ code: why })}
          </Banner>
        )}
        <div className="ob-new-board__years">
          <Select
            label={t('yearFrom')}
            value={String(from)}
            onChange={(year) => setChosen({ ...chosen, from: Number(year) })}
            options={options}
          />
          <Select
            label={t('yearUntil')}
            value={String(until)}
            onChange={(year) => setChosen({ ...chosen, until: Number(year) })}
            options={options}
            error={wrong && t(wrong)}
          />
        </div>
        <p>{t('yearsStay')}</p>
      </form>
    </Dialog>
  );
}
