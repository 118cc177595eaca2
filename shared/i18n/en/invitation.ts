import type { invitation as reference } from '../nl/invitation.ts';
import type { Texts } from '../texts.ts';

export const invitation = {
  pageTitle: 'Invitation',
  loading: 'Opening the invitation…',
  invitedBy: '{{name}} invites you',
  forOrganisation: 'You take part for {{organisation}}, as {{role}}.',
  roleMeans: {
    facilitator: 'As a facilitator you arrange the board, change everything and invite others.',
    member: 'As a member you add activities of your organisation and work them out.',
    commenter: 'As a commenter you read the whole board and think along.',
    viewer: 'As a viewer you read the whole board.',
  },
  contact: 'You become the contact of your organisation: you invite your colleagues yourself.',
  knownAs: 'This invitation is for {{email}}.',
  name: 'Your name',
  nameHint: 'This tells the others on the board who you are.',
  nameMissing: 'Fill in your name.',
  email: 'E-mail address (may stay empty)',
  emailHint: 'With it you can come back later, from another device too.',
  emailWrong: 'This is not a full e-mail address, such as name@organisation.nl.',
  submit: 'To the board',
  submitAs: 'Take part as {{name}}',
  otherAccount: 'Someone else? Sign out first.',
  failedTitle: 'This invitation no longer works',
  haveAccount: 'Do you have an account?',
  signInFirst: 'Sign in first',
} satisfies Texts<typeof reference>;
