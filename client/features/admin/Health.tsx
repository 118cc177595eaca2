import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/i18n/dates.ts';
import { formatBytes } from '../../../shared/i18n/numbers.ts';
import type { AdminOverview } from '../../../shared/protocol/admin.ts';
import { currentLanguage } from '../../i18n.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Facts } from './Facts.tsx';

const NOW = ['live_sockets', 'live_documents', 'journal_waiting_rows'] as const;
const FAILURES = [
  'journal_failed_commits_total',
  'snapshot_failures_total',
  'live_hook_errors_total',
  'unhandled_rejections_total',
  'http_errors_total',
] as const;

/** Whether the server can serve, what it does now, and what went wrong since its start. */
export function Health({ health, version }: { health: AdminOverview['health']; version: string }) {
  const { t } = useTranslation('admin');
  const { ready, startedAt, numbers } = health;
  const memory = numbers['resident_memory_bytes'];
  const of = (names: readonly (typeof NOW | typeof FAILURES)[number][]) =>
    names.flatMap((name) => {
      const value = numbers[name];
      const isWarning = value !== undefined && value > 0 && FAILURES.some((failure) => failure === name);
      return value === undefined ? [] : [{ label: t(`number.${name}`), value, isWarning }];
    });
  return (
    <Facts
      title={t('health')}
      facts={[
        { label: t('version'), value: version },
        { label: t('running'), value: formatDateTime(startedAt, currentLanguage()) },
        ...of(NOW),
        ...(memory === undefined
          ? []
          : [{ label: t('number.resident_memory_bytes'), value: formatBytes(memory, currentLanguage()) }]),
        ...of(FAILURES),
      ]}
    >
      <Banner tone={ready ? 'positive' : 'negative'}>{t(ready ? 'ready' : 'notReady')}</Banner>
      <p className="ob-admin__hint">{t('sinceStart')}</p>
    </Facts>
  );
}
