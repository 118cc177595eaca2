import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { formatDate, formatRelative } from '../../../shared/i18n/dates.ts';
import type { Device } from '../../../shared/protocol/devices.ts';
import { request } from '../../api/request.ts';
import { useStartSession } from '../../api/session.ts';
import { withStored } from '../../api/stored.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { currentLanguage } from '../../i18n.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { toast } from '../../ui/toast.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

const DEVICES_KEY = ['devices'] as const;

/** Where one is signed in, each with the way out, and out everywhere. */
export function Devices() {
  const { t } = useTranslation('devices');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const startSession = useStartSession();
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const devices = useQuery({
    queryKey: DEVICES_KEY,
    queryFn: () => request<{ devices: Device[] }>('GET', '/session/devices'),
  });
  const end = useMutation({
    mutationFn: (device: Device) => request<void>('DELETE', `/session/devices/${device.id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: DEVICES_KEY }),
  });
  const endAll = useMutation({
    mutationFn: async () => {
      await request<void>('DELETE', '/session/devices');
      await withStored((stored) => stored.wipe());
    },
    onSuccess: () => {
      startSession(null);
      navigate(paths.signIn());
    },
  });
  const failed = devices.error ?? end.error ?? endAll.error;

  return (
    <>
      <p className="ob-sheet__text">{t('text')}</p>
      {failed && (
        <Banner tone="negative" role="alert">
          {problemText(failed)}
        </Banner>
      )}
      {devices.isPending && (
        <div role="status">
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
          <Skeleton height="3.5rem" />
        </div>
      )}
      <ul className="ob-devices">
        {devices.data?.devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            busy={end.isPending && end.variables.id === device.id}
            onEnd={(name) => end.mutate(device, { onSuccess: () => toast(t('ended', { device: name })) })}
          />
        ))}
      </ul>
      <div className="ob-devices__all">
        <Button variant="danger" icon={LogOut} onClick={() => setAsking(true)}>
          {t('endAll')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        danger
        title={t('endAllTitle')}
        confirmLabel={t('endAll')}
        busy={endAll.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => endAll.mutate(undefined, { onError: () => setAsking(false) })}
      >
        <p>{t('endAllText')}</p>
      </ConfirmDialog>
    </>
  );
}

function DeviceRow({
  device,
  busy,
  onEnd,
}: {
  readonly device: Device;
  readonly busy: boolean;
  readonly onEnd: (name: string) => void;
}) {
  const { t } = useTranslation('devices');
  const language = currentLanguage();
  const { browser, system, isCurrent, since, lastUsedAt } = device;
  const name = browser && system ? t('both', { browser, system }) : (browser ?? system ?? t('unknown'));
  return (
    <li className="ob-device">
      <div className="ob-device__what">
        <p className="ob-device__name">
          {name} {isCurrent && <Tag tone="action">{t('current')}</Tag>}
        </p>
        <p className="ob-device__when">
          {t('since', { date: formatDate(since, language) })}
          {' · '}
          {t('used', { ago: formatRelative(lastUsedAt, language) })}
        </p>
      </div>
      {!isCurrent && (
        <Button size="sm" busy={busy} aria-label={t('endNamed', { device: name })} onClick={() => onEnd(name)}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
