import { CircleUserRound, LogOut, ServerCog, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useSession, useSignOut } from './api/session.ts';
import { useProblemText } from './api/useProblemText.ts';
import { paths } from './paths.ts';
import { MenuButton } from './ui/MenuButton.tsx';
import { toast } from './ui/toast.ts';

/** Who one is, with the way to preferences and out. */
export function AccountMenu() {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const session = useSession();
  const signOut = useSignOut();
  if (!session.data) return null;
  return (
    <MenuButton
      icon={CircleUserRound}
      label={t('menu', { name: session.data.user.name })}
      items={[
        { id: 'account', label: t('open'), icon: UserRound, onAction: () => navigate(paths.account()) },
        ...(session.data.user.administrator
          ? [{ id: 'admin', label: t('admin'), icon: ServerCog, onAction: () => navigate(paths.admin()) }]
          : []),
        'separator',
        {
          id: 'signOut',
          label: t('signOut'),
          icon: LogOut,
          onAction: () =>
            signOut.mutate(undefined, {
              onSuccess: (isOut) => isOut && navigate(paths.signIn()),
              onError: (error) => toast(problemText(error), { tone: 'negative' }),
            }),
        },
      ]}
    />
  );
}
