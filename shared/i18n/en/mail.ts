import type { mail as nl } from '../nl/mail.ts';
import type { Texts } from '../texts.ts';

export const mail = {
  signInSubject: 'Your sign-in link for Opbrengstenbord',
  signInText:
    'Dear {{name}},\n\nThis link signs you in to Opbrengstenbord:\n\n{{url}}\n\nIt works once, within half an hour.\nIf you did not ask for it, you need not do anything.\n',
} satisfies Texts<typeof nl>;
