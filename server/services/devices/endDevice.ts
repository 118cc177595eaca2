import { deleteSessionOf } from '../../db/sessions.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';

/**
 * Signs someone out on one of their devices; what is open there is closed.
 * @throws Problem `notFound`
 */
export async function endDevice(
  { db, live }: ServiceContext,
  person: Pick<Person, 'id'>,
  deviceId: string,
): Promise<void> {
  const found = await deleteSessionOf(db, person.id, deviceId);
  if (!found) throw new Problem('notFound');
  live.sessionEnded(deviceId);
}
