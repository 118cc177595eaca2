import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import { findGuest } from '../db/guests.ts';
import { Problem } from './problem.ts';

/** A guest is admitted and removed as a guest, and gets no other role. Throws `notAllowed`. */
export async function refuseGuest(db: Db, userId: Id): Promise<void> {
  if (await findGuest(db, userId)) throw new Problem('notAllowed');
}
