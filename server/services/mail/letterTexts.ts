import { mail as english } from '../../../shared/i18n/en/mail.ts';
import { mail as dutch } from '../../../shared/i18n/nl/mail.ts';
import { inLetter } from './letter.ts';

type Key = keyof typeof dutch;

/** Fills names and titles into the sentences of letters, in the receiver's language. */
export function letterTexts(language: 'nl' | 'en'): (key: Key, names?: { readonly [name: string]: string }) => string {
  const texts: { readonly [key in Key]: string } = language === 'en' ? english : dutch;
  return (key, names = {}) => texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => inLetter(names[name] ?? ''));
}
