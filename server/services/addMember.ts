import type { Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import { revokeTokensOf } from '../db/accessTokens.ts';
import { findBoard, lockBoard, raiseRightsVersion } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { admitDraftReader } from '../db/draftReaders.ts';
import { findMembership, insertMembership, updateMembership } from '../db/memberships.ts';
import { noteWithdrawal } from '../db/withdrawals.ts';
import { addPartyFor } from './addPartyFor.ts';
import { SERVER } from './audit/auditEvent.ts';
import { writeAudit } from './audit/writeAudit.ts';
import { isMore } from './joinBoard.ts';
import { keepFacilitator } from './keepFacilitator.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';

/**
 * Puts someone on a board for their organisation, or gives who is on it this role. Writes rows only, so that it may
 * run beside the server: that sees the change within a second and names the organisation in the frame. They see the
 * organisation's drafts: this is the operator's hand, and the way back where nobody on the board sees them any more.
 * @throws Problem `notFound` (board), `invalidInput` (`organisation`), `lastFacilitator`, `tooManyParties`
 */
export async function addMember(db: Db, person: Person, boardId: Id, role: Role, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    if (!(await findBoard(tx, boardId))) throw new Problem('notFound');
    const present = await findMembership(tx, boardId, person.id);
    const organisationId = present?.organisationId ?? person.organisationId;
    if (organisationId === null) throw new Problem('invalidInput', { fields: ['organisation'] });
    if (present && role !== 'facilitator') {
      await keepFacilitator(tx, present);
      await revokeTokensOf(tx, boardId, person.id, now.toISOString());
    }
    if (present) {
      await updateMembership(tx, boardId, person.id, { role });
      if (isMore(present.role, role)) await noteWithdrawal(tx, boardId, person.id, now.toISOString());
    } else
      await insertMembership(tx, { boardId, userId: person.id, organisationId, role, createdAt: now.toISOString() });
    const admittedAt = now.toISOString();
    await admitDraftReader(tx, { boardId, organisationId, userId: person.id, admittedBy: null, admittedAt });
    await addPartyFor(tx, { boardId, organisationId, role });
    await raiseRightsVersion(tx, boardId);
    const subject = { actor: SERVER, boardId, organisationId, subjectId: person.id };
    if (!present) await writeAudit(tx, now, { action: 'people.added', ...subject, detail: { role } });
    else await writeAudit(tx, now, { action: 'people.roleChanged', ...subject, detail: { from: present.role, role } });
  });
}
