import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toast } from '../../ui/toast.ts';
import { useGuestChanges } from './useGuests.ts';

/** Asks what becomes of the guests who are there. */
export function CloseCode({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const { t } = useTranslation(['guests', 'common']);
  const problemText = useProblemText();
  const { closeCode } = useGuestChanges(boardId);
  const close = (guests: 'stay' | 'go') =>
    closeCode.mutate(guests, {
      onSuccess: () => {
        toast(t('codeClosed'));
        onClose();
      },
      onError: (error) => toast(problemText(error), { tone: 'negative' }),
    });
  return (
    <Dialog
      isOpen
      alert
      size="sm"
      title={t('closeTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="danger"
            busy={closeCode.isPending && closeCode.variables === 'go'}
            onClick={() => close('go')}
          >
            {t('closeGo')}
          </Button>
          <Button
            variant="primary"
            busy={closeCode.isPending && closeCode.variables === 'stay'}
            onClick={() => close('stay')}
          >
            {t('closeStay')}
          </Button>
        </>
      }
    >
      <p>{t('closeText')}</p>
    </Dialog>
  );
}
