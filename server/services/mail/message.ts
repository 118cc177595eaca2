import type { Mail } from './mail.ts';

/**
 * A letter as nodemailer takes it. It encodes header values, so that a line break in them adds no header; an address is
 * given as one, so that a comma in it adds no receiver. Nothing is read from files or fetched to make it.
 */
export function message({ to, subject, text, html }: Mail, from: string, date: Date) {
  return {
    from,
    to: { name: '', address: to.replace(/[\r\n]/g, '') },
    date,
    subject: subject.replace(/[\r\n]+/g, ' '),
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
