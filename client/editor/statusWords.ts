import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/i18n/dates.ts';
import type { StatedStatus } from './itemStatus.ts';

export interface StatusWords {
  /** "Nader te bepalen · vóór 1 december 2026 · door GGD". */
  readonly full: string;
  /** What stands beside the words of the item: less when those say it themselves, as in many a source. */
  readonly beside: string;
  /** What the item's own words are: none, the status itself, or something of their own. */
  readonly own: 'none' | 'same' | 'own';
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();

/** Gives the words for what an item states. @param nameOf the name of an organisation, when it is one's id */
export function useStatusWords(nameOf: (who: string) => string): (stated: StatedStatus, words: string) => StatusWords {
  const { t, i18n } = useTranslation('editor');
  const language = i18n.language === 'en' ? 'en' : 'nl';
  return useMemo(
    () => (stated: StatedStatus, words: string) => {
      const status = t(`itemStatus.${stated.status}`);
      const isDate = stated.due !== undefined && !Number.isNaN(Date.parse(stated.due));
      const due = isDate && stated.due ? t('beforeDate', { date: formatDate(stated.due, language) }) : stated.due;
      const who = stated.who === undefined ? undefined : t('by', { who: nameOf(stated.who) });
      const join = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');
      const isSame = plain(words).startsWith(plain(status));
      const own = plain(words) === '' ? 'none' : isSame ? 'same' : 'own';
      return { full: join([status, due, who]), beside: join([isSame ? undefined : status, due, who]), own };
    },
    [t, language, nameOf],
  );
}
