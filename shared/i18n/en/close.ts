import type { close as reference } from '../nl/close.ts';
import type { Texts } from '../texts.ts';

export const close = {
  malformed: 'The server did not understand this page. Reload the page.',
  'signed-out': 'You are no longer signed in. Sign in again; changes that were not saved stay on this device.',
  'no-access': 'You have no access (any more) to this board. Ask the facilitator.',
  'too-large': 'Your last change is too large to keep. Make the text shorter.',
  'too-many': 'There were too many changes at once. It goes on by itself in a minute.',
  restarting: 'The server restarts. You can go on working; the board reconnects by itself.',
  'store-unavailable':
    'The server cannot keep anything now. You can go on working; everything is saved as soon as it can.',
  'older-generation': 'This board was set back meanwhile. Reload the page; what was not saved is set apart.',
  'newer-server': 'There is a new version of Opbrengstenbord. Reload the page; nothing is lost.',
  'older-server': 'This board was edited with a newer version of Opbrengstenbord. Ask the administrator.',
  'too-many-documents': 'This board has more organisations than can be opened at once. Ask the administrator.',
} satisfies Texts<typeof reference>;
