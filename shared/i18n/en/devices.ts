import type { devices as nl } from '../nl/devices.ts';
import type { Texts } from '../texts.ts';

export const devices = {
  title: 'My devices',
  text: 'You are signed in here. Is there one you do not know? Sign it out and change your password.',
  both: '{{browser}} on {{system}}',
  unknown: 'Unknown device',
  current: 'this device',
  since: 'signed in on {{date}}',
  used: 'last used: {{ago}}',
  end: 'Sign out',
  endNamed: 'Sign out {{device}}',
  ended: '{{device}} is signed out.',
  endAll: 'Sign out everywhere',
  endAllTitle: 'Sign out everywhere?',
  endAllText: 'You will be signed out on all your devices, here too. Open boards will close.',
  loading: 'Your devices are being loaded…',
} satisfies Texts<typeof nl>;
