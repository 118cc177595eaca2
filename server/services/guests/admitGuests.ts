import type { Id } from '../../../shared/board/ids.ts';
import { lockBoard, raiseRightsVersion } from '../../db/boards.ts';
import type { Db } from '../../db/database.ts';
import { type NamedGuest, presentGuests, updateGuest } from '../../db/guests.ts';
import { findMembership, insertMembership, updateMembership } from '../../db/memberships.ts';
import { addPartyFor } from '../addPartyFor.ts';
import { boardFor } from '../boardAccess.ts';
import type { ServiceContext } from '../context.ts';
import { type Named, namedOnBoard, organisationFor } from '../createInvitation.ts';
import { nameInPassing } from '../nameOrganisations.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { rightsChanged } from '../rightsChanged.ts';
import { readingMembership } from './guestMembership.ts';

export interface Admission {
  /** Absent: everyone who waits. */
  readonly guestIds?: readonly Id[] | undefined;
  /** `reader`: in from the door, to read along only. */
  readonly as: 'member' | 'reader';
  /** Another organisation than they named. */
  readonly organisation?: { readonly id: Id } | undefined;
}

function chosen(present: readonly NamedGuest[], { guestIds, as }: Admission): readonly NamedGuest[] {
  const from = as === 'reader' ? ['atDoor'] : ['atDoor', 'reading'];
  if (!guestIds) return present.filter(({ state }) => from.includes(state));
  const wanted = present.filter(({ userId }) => guestIds.includes(userId));
  // One of many may have left meanwhile.
  if (wanted.length === 0) throw new Problem('notFound');
  // Who was admitted meanwhile, by another facilitator for example, stays so.
  return wanted.filter(({ state }) => from.includes(state));
}

async function letRead(tx: Db, guest: NamedGuest, at: string): Promise<void> {
  await updateGuest(tx, guest.userId, { state: 'reading' });
  await insertMembership(tx, readingMembership(guest, at));
}

async function letWrite(tx: Db, guest: NamedGuest, organisation: Named, by: Id, at: string): Promise<void> {
  const { boardId, userId } = guest;
  const member = { role: 'member', organisationId: organisation.id } as const;
  if (await findMembership(tx, boardId, userId)) await updateMembership(tx, boardId, userId, member);
  else await insertMembership(tx, { boardId, userId, createdAt: at, ...member });
  await updateGuest(tx, userId, {
    state: 'admitted',
    organisationId: organisation.id,
    organisationName: organisation.name,
    admittedBy: by,
  });
  await addPartyFor(tx, { boardId, ...member });
}

/**
 * Admits guests, for this session: they write as a member of the organisation that they named, which is put on the board
 * now where it is not there yet. Or lets them in from the door to read along. All who are there, or nobody.
 * @throws Problem `notFound` (when none of them is there too), `notAllowed`, `boardClosed`, `invalidInput`, `tooManyParties`
 */
export async function admitGuests(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  admission: Admission,
): Promise<void> {
  const { board } = await boardFor(context.db, person, boardId, 'admitGuests');
  if (board.closedAt !== null) throw new Problem('boardClosed');
  const onBoard = await namedOnBoard(context, boardId);
  const now = context.now();
  const at = now.toISOString();
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    await boardFor(tx, person, boardId, 'admitGuests');
    for (const guest of chosen(await presentGuests(tx, boardId), admission)) {
      if (admission.as === 'reader') {
        await letRead(tx, guest, at);
        continue;
      }
      const { organisationId, organisationName } = guest;
      const named = organisationId === null ? { name: organisationName } : { id: organisationId };
      const organisation = await organisationFor(tx, boardId, admission.organisation ?? named, onBoard, now);
      await letWrite(tx, guest, organisation, person.id, at);
    }
    await raiseRightsVersion(tx, boardId);
  });
  rightsChanged(context, boardId);
  await nameInPassing(context, boardId);
}
