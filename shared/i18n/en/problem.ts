import type { problem as reference } from '../nl/problem.ts';
import type { Texts } from '../texts.ts';

export const problem = {
  invalidInput: 'Something you filled in is not right. Check the fields and try again.',
  notSignedIn: 'You are no longer signed in. Sign in again; what was saved is still there.',
  wrongCredentials: 'This e-mail address and password do not match. Try again or ask for a sign-in link.',
  notAllowed: 'You may not do this on this board. Ask a facilitator.',
  notFound: 'This does not exist, or is not shared with you. Ask the facilitator for a new invitation.',
  linkExpired: 'This sign-in link has expired. Ask for a new one.',
  linkUsed: 'This sign-in link has been used. A link works once; ask for a new one.',
  invitationExpired: 'This invitation has expired or was withdrawn. Ask the facilitator of the board for a new one.',
  invitationUsed: 'This invitation has been used. Did you use it yourself? Then sign in.',
  accountOff: 'This account is switched off. Ask the administrator of Opbrengstenbord.',
  emailTaken: 'There already is an account with this e-mail address. Sign in first, then open the invitation again.',
  passwordWrong: 'Your current password is not right. Try again.',
  signInAgain:
    'First sign out and in again with a sign-in link. You can change this within fifteen minutes after that, so that we know it is you.',
  lastFacilitator: 'This is the last facilitator of the board. Make someone else facilitator first.',
  boardClosed: 'This board is closed and can only be read. Reopen the board to change something.',
  boardTooNew: 'This board was edited with a newer version of Opbrengstenbord. Ask the administrator.',
  tooManyParties: 'One board holds at most 60 organisations with cards of their own.',
  tooManyTokens: 'One board holds at most 50 connections. Withdraw one that you no longer use first.',
  transferRefused: 'This cannot be done with this activity now.',
  tooManyRequests: 'Those were too many attempts. Wait a minute and try again.',
  payloadTooLarge: 'This is too large to keep. Make the text shorter.',
  storeUnavailable: 'The server cannot keep anything now. Try again in a minute.',
  internal: 'Something went wrong on the server. Try again; if it keeps failing, tell the administrator.',
  offline: 'There is no connection with the server. Check your internet and try again.',
} satisfies Texts<typeof reference>;
