import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '../../../shared/protocol/admin.ts';
import { useAdminActs } from '../../api/admin.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';

/** Asks before someone is signed out everywhere. */
export function SignOutDialog({ person, onClose }: { person: AdminPerson; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const problemText = useProblemText();
  const { signOut } = useAdminActs();
  const { name } = person;
  return (
    <ConfirmDialog
      isOpen
      danger
      title={t('signOutTitle', { name })}
      confirmLabel={t('signOut')}
      busy={signOut.isPending}
      onClose={onClose}
      onConfirm={() =>
        signOut.mutate(person.id, {
          onSuccess: () => {
            toast(t('signedOut', { name }));
            onClose();
          },
          onError: (error) => toast(problemText(error), { tone: 'negative' }),
        })
      }
    >
      {t('signOutText')}
    </ConfirmDialog>
  );
}
