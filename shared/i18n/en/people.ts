import type { people as reference } from '../nl/people.ts';
import type { Texts } from '../texts.ts';

export const people = {
  title: 'People and rights',
  loading: 'Loading the people…',
  modeTitle: 'Who may change what?',
  mode: {
    open: 'Open to all organisations',
    own: 'Everyone their own cards',
    locked: 'Locked',
  },
  modeMeans: {
    open: 'All members can change all outcomes and cards. Good for a workshop.',
    own: 'Members change the cards of their own organisation only. Facilitators change everything.',
    locked: 'Only facilitators can change something. Good when the plan is being adopted.',
  },
  modeCannot: {
    facilitators: 'Only a facilitator of this board can change this.',
    closed: 'The board is closed. This cannot be changed now.',
  },
  modeChanged: 'Changed: {{mode}}.',
  inviteTitle: 'Invite',
  invite: 'Make link',
  organisation: 'Organisation',
  organisationHint: 'Choose an organisation of this board or type a new name.',
  organisationNew: '“{{name}}” comes on the board as a new organisation.',
  organisationTypeHint: 'Type the name of the organisation.',
  organisationMissing: 'Fill in which organisation the link is for.',
  role: 'Role',
  roleMeans: {
    facilitator: 'Arranges the board, changes everything and invites.',
    member: 'Adds activities of their own organisation and works them out.',
    commenter: 'Reads everything and thinks along.',
    viewer: 'Reads everything.',
  },
  linkReady: 'Link for {{organisation}} ({{role}})',
  linkOnce: 'Copy the link now: for safety we show it only once. It works until {{date}}.',
  used_one: '{{count}} person came in',
  used_other: '{{count}} people came in',
  revoked: 'The invitation is withdrawn. The link no longer works.',
  listTitle: 'On this board',
  count_one: '{{count}} person',
  count_other: '{{count}} people',
  you: 'this is you',
  roleOf: 'Role of {{name}}',
  roleChanged: '{{name}} is now {{role}}.',
  remove: 'Take {{name}} off the board',
  removeTitle: 'Take {{name}} off the board?',
  removeText:
    'This person can then no longer open the board. The cards of the organisation stay. Does this person have a link for others? Then revoke the invitation too. Connections that this person made no longer work.',
  removeSubmit: 'Take off the board',
  removed: '{{name}} was taken off the board.',
} satisfies Texts<typeof reference>;
