import type { mail as nl } from '../nl/mail.ts';
import type { Texts } from '../texts.ts';

export const mail = {
  dear: 'Dear {{name}},',
  hello: 'Good day,',
  signInSubject: 'Your sign-in link for Opbrengstenbord',
  signInText: 'This link signs you in to Opbrengstenbord.',
  signInButton: 'Sign in',
  signInOnce: 'It works once, within half an hour.',
  signInIgnore: 'If you did not ask for it, you need not do anything.',
  inviteSubject: 'Invitation to the board {{board}}',
  inviteText: '{{inviter}} invites you to the board “{{board}}”. You take part for {{organisation}}.',
  inviteContact: 'You are the contact: you invite your colleagues yourself.',
  inviteWhat: 'On an outcomes board organisations make the plan for the next year together.',
  inviteButton: 'See the invitation',
  inviteOnce: 'The link is for you alone. It works once, until {{date}}.',
  inviteIgnore: 'If you do not know {{inviter}}, or do not want to take part, you need not do anything.',
} satisfies Texts<typeof nl>;
