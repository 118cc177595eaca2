import type { AuditEventShown } from '../../../shared/protocol/audit.ts';

export interface Day {
  /** Time of the first event of the day that is shown. */
  readonly day: string;
  readonly events: readonly AuditEventShown[];
}

/** Events in the order in which they come, under their day in the reader's time zone. */
export function byDay(events: readonly AuditEventShown[]): Day[] {
  const days: { day: string; events: AuditEventShown[] }[] = [];
  for (const event of events) {
    const last = days.at(-1);
    const isSame = last && new Date(last.day).toDateString() === new Date(event.at).toDateString();
    if (isSame) last.events.push(event);
    else days.push({ day: event.at, events: [event] });
  }
  return days;
}
