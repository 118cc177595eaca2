import type { Language } from './texts.ts';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "22 november 2026". */
export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(new Date(iso));
}

/** "22 november 2026 om 14:05", in the reader's time zone. */
export function formatDateTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/** "14:05", in the reader's time zone. */
export function formatTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short' }).format(new Date(iso));
}

const JUST_NOW = { nl: 'zojuist', en: 'just now' } as const;

const STEPS = [
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'day', seconds: 86_400 },
] as const;

/** "zojuist", "5 minuten geleden", "gisteren"; a date when it is more than six days ago. */
export function formatRelative(iso: string, language: Language, now: Date = new Date()): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  const ago = Math.abs(seconds);
  if (ago >= 6.5 * 86_400) return formatDate(iso, language);
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  if (ago < 60) return JUST_NOW[language];
  const step = STEPS.findLast((candidate) => ago >= candidate.seconds) ?? STEPS[0];
  return format.format(Math.round(seconds / step.seconds), step.unit);
}
