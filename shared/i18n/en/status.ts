import type { status as reference } from '../nl/status.ts';
import type { Texts } from '../texts.ts';

export const status = {
  loading: 'Loading…',
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'No connection: you can go on',
  failed: 'Not saved',
  waiting_one: '{{count}} change is waiting',
  waiting_other: '{{count}} changes are waiting',
} satisfies Texts<typeof reference>;
