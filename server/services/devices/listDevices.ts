import type { Device } from '../../../shared/protocol/devices.ts';
import { sessionsOfUser } from '../../db/sessions.ts';
import type { ServiceContext } from '../context.ts';
import { deviceWords } from '../session/deviceOf.ts';
import type { SignedIn } from '../session/sessions.ts';

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** Where someone is signed in: this browser first, then what was used last. */
export async function listDevices(
  { db, now }: ServiceContext,
  { person, sessionKey }: Pick<SignedIn, 'person' | 'sessionKey'>,
): Promise<Device[]> {
  const rows = await sessionsOfUser(db, person.id);
  const devices = rows
    .filter((row) => row.expiresAt * 1000 > now().getTime())
    .map(({ idHash, device, startedAt, lastUsedAt }) => ({
      id: idHash,
      ...deviceWords(device),
      since: iso(startedAt),
      lastUsedAt: iso(lastUsedAt ?? startedAt),
      isCurrent: idHash === sessionKey,
    }));
  return devices.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || (a.lastUsedAt < b.lastUsedAt ? 1 : -1));
}
