import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '../../../shared/i18n/dates.ts';
import type { AuditEventShown } from '../../../shared/protocol/audit.ts';
import { currentLanguage } from '../../i18n.ts';
import { Tag } from '../../ui/Tag.tsx';
import { byDay } from './byDay.ts';
import { sentence } from './sentence.ts';

/** Events under the day on which they were. */
export function AuditList({ events }: { events: readonly AuditEventShown[] }) {
  const language = currentLanguage();
  return byDay(events).map(({ day, events: ofDay }) => (
    <section key={day} className="ob-log__day" aria-label={formatDate(day, language)}>
      <h2>{formatDate(day, language)}</h2>
      <ol className="ob-log">
        {ofDay.map((event) => (
          <AuditRow key={event.sequence} event={event} />
        ))}
      </ol>
    </section>
  ));
}

function AuditRow({ event }: { event: AuditEventShown }) {
  const { t } = useTranslation(['audit', 'common']);
  const times = Number(event.detail['times'] ?? 0);
  return (
    <li className="ob-log__event">
      <time dateTime={event.at}>{formatTime(event.at, currentLanguage())}</time>
      <p className="ob-log__what">
        {sentence(t, event).map(({ text, isName }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their places
          isName ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
        )}{' '}
        {times > 0 && <span>{t('more', { count: times })} </span>}
        {event.result !== 'done' && <Tag tone="warning">{t(event.result)}</Tag>}
      </p>
      <p className="ob-log__from">{event.address !== undefined && t('from', { address: event.address })}</p>
    </li>
  );
}
