import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { nl } from '../shared/i18n/nl.ts';
import { nlFirst } from '../shared/i18n/nlFirst.ts';
import { LANGUAGES, type Language } from '../shared/i18n/texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof nl;
  }
}

const KEY = 'language';

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(KEY);
    return isLanguage(stored) ? stored : 'nl';
  } catch {
    // Storage may be off; Dutch is the product's language.
    return 'nl';
  }
}

/** Dutch comes with the first load; other languages when they are chosen. */
async function load(language: Language): Promise<void> {
  if (language === 'nl' || i18next.hasResourceBundle(language, 'common')) return;
  const { en } = await import('../shared/i18n/en.ts');
  addTexts('en', en);
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'nl';
}

/** Shows the product in this language and remembers it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === currentLanguage() && document.documentElement.lang === language) return;
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice holds until the page closes.
  }
}

function addTexts(language: Language, texts: object): void {
  for (const [namespace, words] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, words);
}

const later = import('../shared/i18n/nlLater.ts');
// Reported where it is awaited: by the screen that needs these texts.
later.catch(() => undefined);

/** The texts of the panels and the screens around the board; await it before one is shown. */
export async function laterTexts(): Promise<void> {
  const { nlLater } = await later;
  if (!i18next.hasResourceBundle('nl', 'activity')) addTexts('nl', nlLater);
}

/** Must be done before the first render. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'nl',
    fallbackLng: 'nl',
    defaultNS: 'common',
    ns: Object.keys(nlFirst),
    resources: { nl: nlFirst },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await changeLanguage(storedLanguage());
  // Whoever needs them awaits them; here they are only sent for.
  laterTexts().catch(() => undefined);
}
