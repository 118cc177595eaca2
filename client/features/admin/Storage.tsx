import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../shared/i18n/numbers.ts';
import type { AdminOverview } from '../../../shared/protocol/admin.ts';
import { currentLanguage } from '../../i18n.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Facts } from './Facts.tsx';

/** Part of the disk below which it is nearly full. */
const LITTLE = 0.1;

/** What the store weighs, and what is free. */
export function Storage({ storage }: { storage: AdminOverview['storage'] }) {
  const { t } = useTranslation('admin');
  const { kind, storeBytes, journalRows, auditEvents, freeBytes, diskBytes } = storage;
  const bytes = (value: number): string => formatBytes(value, currentLanguage());
  const isKnown = freeBytes !== null && diskBytes !== null;
  const isFull = isKnown && freeBytes < LITTLE * diskBytes;
  return (
    <Facts
      title={t('storage')}
      facts={[
        {
          label: t('store', { kind: t(`kind.${kind}`) }),
          value: storeBytes === null ? t('unknown') : bytes(storeBytes),
        },
        { label: t('journalRows'), value: journalRows },
        { label: t('auditEvents'), value: auditEvents },
        {
          label: t('free'),
          value: isKnown ? t('freeOf', { free: bytes(freeBytes), size: bytes(diskBytes) }) : t('unknown'),
          isWarning: isFull,
        },
      ]}
    >
      {isFull ? <Banner tone="warning">{t('almostFull')}</Banner> : <p className="ob-admin__hint">{t('freeHint')}</p>}
    </Facts>
  );
}
