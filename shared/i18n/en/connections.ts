import type { connections as reference } from '../nl/connections.ts';
import type { Texts } from '../texts.ts';

export const connections = {
  title: 'Connections',
  text: 'With a connection another program can read or change this board, for example for a report.',
  make: 'Make connection',
  name: 'Name of the program',
  nameHint: 'By this everyone on the board recognises what the program changes.',
  nameMissing: 'Fill in for which program the connection is.',
  accessTitle: 'What may the program do?',
  access: {
    read: 'Read',
    write: 'Read and write',
  },
  accessMeans: {
    read: 'Reads everything on this board and changes nothing.',
    write: 'Changes everything that a facilitator may change, on a locked board too.',
  },
  valid: 'Valid',
  validFor: {
    month: '30 days',
    year: 'One year',
    always: 'Until you withdraw the connection',
  },
  keyReady: 'Key for {{name}}',
  keyOnce: 'Copy the key now: for safety we show it only once. Share it as you would a password.',
  address: 'The program connects to {{address}}',
  another: 'Make another connection',
  made: 'made by {{name}} on {{date}}',
  until: 'until {{date}}',
  used: 'used: {{when}}',
  usedNone: 'not used yet',
  revoke: 'Withdraw connection {{name}}',
  revokeTitle: 'Withdraw connection {{name}}?',
  revokeText:
    'The program then loses its access to this board at once. What it changed stays. The key never works again after that; you can make a new connection.',
  revokeSubmit: 'Withdraw',
  revoked: 'Connection {{name}} was withdrawn.',
} satisfies Texts<typeof reference>;
