import type { signIn as reference } from '../nl/signIn.ts';
import type { Texts } from '../texts.ts';

export const signIn = {
  pageTitle: 'Sign in',
  title: 'Sign in to Opbrengstenbord',
  lead: 'Together from societal outcomes to one action plan.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  emailMissing: 'Fill in your e-mail address, for example name@municipality.nl.',
  passwordMissing: 'Fill in your password.',
  or: 'or',
  sendLink: 'Send me a sign-in link',
  linkSentTitle: 'Look in your e-mail',
  linkSent:
    'If we know {{email}}, a sign-in link will be in your mailbox within a minute. Look in your junk mail as well.',
  invitedHint: 'Have you been invited? Then open the link of the invitation; no password is needed.',
  linkPageTitle: 'Sign in with a link',
  linkTitle: 'Welcome',
  linkTitleName: 'Welcome, {{name}}',
  linkText: 'The button below signs you in. The link works once.',
  linkSubmit: 'Sign in',
  linkSubmitAs: 'Sign in as {{name}}',
  linkFailedTitle: 'This link no longer works',
  toSignIn: 'To sign in',
  language: 'Language',
} satisfies Texts<typeof reference>;
