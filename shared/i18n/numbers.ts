import type { Language } from './texts.ts';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "12.345". */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** "1,2 GB". */
export function formatBytes(bytes: number, language: Language): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = UNITS[step] ?? 'byte';
  const digits = { maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, ...digits }).format(bytes / 1000 ** step);
}
