import { auditScope } from '../../../shared/access/auditScope.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { AuditPage, AuditQueryShown } from '../../../shared/protocol/audit.ts';
import { actorOf, boardOf } from '../boardAccess.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { auditPage } from './auditPage.ts';

/**
 * A page of what was done on a board: what belongs to it, and nothing of another.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function boardAudit(
  { db }: ServiceContext,
  person: Person,
  boardId: Id,
  query: AuditQueryShown,
): Promise<AuditPage> {
  const onBoard = await boardOf(db, person, boardId);
  if (auditScope(actorOf(onBoard)) === undefined) throw new Problem('notAllowed');
  return auditPage(db, boardId, query);
}
