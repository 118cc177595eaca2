import './boards.css';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../shared/board/limits.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface TitleDialogProps {
  readonly title: string;
  readonly initial: string;
  readonly submitLabel: string;
  readonly children?: ReactNode;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (title: string) => void;
  readonly onClose: () => void;
}

/** A dialog with one field: the title of a board. */
export function TitleDialog(props: TitleDialogProps) {
  const { t } = useTranslation(['boards', 'common']);
  const problemText = useProblemText();
  const form = useId();
  const [value, setValue] = useState(props.initial);
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const title = value.trim();
    setMissing(title === '');
    if (title !== '') props.onSubmit(title);
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={props.busy}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} className="ob-title-dialog" onSubmit={submit} noValidate>
        {props.children}
        {props.error !== null && (
          <Banner tone="negative" role="alert">
            {problemText(props.error)}
          </Banner>
        )}
        <TextField
          label={t('titleLabel')}
          value={value}
          onChange={setValue}
          autoFocus
          maxLength={LIMITS.title}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          error={missing ? t('titleMissing') : undefined}
        />
      </form>
    </Dialog>
  );
}
