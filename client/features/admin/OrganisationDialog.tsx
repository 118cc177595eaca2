import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../shared/board/limits.ts';
import type { AdminOrganisation } from '../../../shared/protocol/admin.ts';
import { useAdminActs } from '../../api/admin.ts';
import { problemCode } from '../../api/problem.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast.ts';

export interface OrganisationDialogProps {
  /** Absent: a new one. */
  readonly organisation: AdminOrganisation | undefined;
  readonly onClose: () => void;
}

/** Asks the name of an organisation that is made or renamed. */
export function OrganisationDialog({ organisation, onClose }: OrganisationDialogProps) {
  const { t } = useTranslation(['admin', 'common']);
  const problemText = useProblemText();
  const form = useId();
  const [name, setName] = useState(organisation?.name ?? '');
  const [isMissing, setMissing] = useState(false);
  const { nameOrganisation } = useAdminActs();
  const isTaken = nameOrganisation.isError && problemCode(nameOrganisation.error) === 'invalidInput';

  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = name.trim();
    setMissing(typed === '');
    if (typed === '') return;
    nameOrganisation.mutate(
      { id: organisation?.id, name: typed },
      {
        onSuccess: () => {
          toast(t(organisation ? 'renamed' : 'added', { name: typed }));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={t(organisation ? 'renameTitle' : 'addTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={nameOrganisation.isPending}>
            {t(organisation ? 'rename' : 'add')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="ob-admin__form">
        {nameOrganisation.isError && !isTaken && (
          <Banner tone="negative" role="alert">
            {problemText(nameOrganisation.error)}
          </Banner>
        )}
        <TextField
          label={t('name')}
          value={name}
          onChange={(value) => {
            setName(value);
            nameOrganisation.reset();
          }}
          autoFocus
          autoComplete="off"
          maxLength={LIMITS.title}
          error={isMissing && name.trim() === '' ? t('nameMissing') : isTaken ? t('nameTaken') : undefined}
        />
      </form>
    </Dialog>
  );
}
