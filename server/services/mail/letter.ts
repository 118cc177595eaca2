import type { Mail } from './mail.ts';

/** What a letter says; texts are plain, whatever people put in them. */
export interface Letter {
  readonly language: 'nl' | 'en';
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly url: string };
  readonly after: readonly string[];
}

/** Longest that a name or title goes into a letter. */
const LONGEST = 120;

/**
 * A name or title for in a letter: one line, of a sensible length, in which no program sees an address to click on. A
 * letter comes from us, and whoever may write a title must not be able to send people elsewhere by it.
 */
export function inLetter(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/:\/\/|www\./gi, (match) => match.replace(/[:.]/g, '$& '))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const FONT = 'font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1c2330';

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escaped(text)}</p>`;
}

/** No pictures, no styles from elsewhere, nothing that tells who opened it. */
function htmlOf({ language, subject, paragraphs, button, after }: Letter): string {
  const url = escaped(button.url);
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px 16px;background:#ffffff;${FONT}">`,
    '<div style="max-width:560px;margin:0 auto">',
    ...paragraphs.map(paragraph),
    `<p style="margin:0 0 16px"><a href="${url}" style="display:inline-block;padding:12px 20px;background:#1f4f82;`,
    `color:#ffffff;text-decoration:none;border-radius:4px;font-weight:600">${escaped(button.label)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:14px;word-break:break-all"><a href="${url}" style="color:#1f4f82">${url}</a></p>`,
    ...after.map(paragraph),
    '</div></body></html>',
    '',
  ].join('\n');
}

/** A letter to this address. */
export function mailOf(to: string, letter: Letter): Mail {
  const { subject, paragraphs, button, after } = letter;
  const text = `${[...paragraphs, `${button.label}:\n${button.url}`, ...after].join('\n\n')}\n`;
  return { to, subject, text, html: htmlOf(letter) };
}
