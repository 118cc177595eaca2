import { AUDIT_ACTIONS, type AuditSubject, isAuditAction } from '../../../shared/access/auditActions.ts';
import type { AuditEventShown } from '../../../shared/protocol/audit.ts';
import { tokenNames } from '../../db/accessTokens.ts';
import type { AuditRow } from '../../db/auditChain.ts';
import type { Db } from '../../db/database.ts';
import { organisationNames } from '../../db/organisations.ts';
import { userNames } from '../../db/users.ts';

function subjectKind(action: string): AuditSubject {
  return isAuditAction(action) ? AUDIT_ACTIONS[action] : 'none';
}

/** Events with the names of now of whom and what they tell of. */
export async function shownAudit(db: Db, rows: readonly AuditRow[]): Promise<AuditEventShown[]> {
  const ids = [
    ...new Set(rows.flatMap(({ actorId, subjectId, organisationId }) => [actorId, subjectId, organisationId])),
  ];
  const known = ids.filter((id) => id !== null);
  const organisations = await organisationNames(db, known);
  const names = new Map([...organisations, ...(await userNames(db, known)), ...(await tokenNames(db, known))]);
  const named = (id: string | null): { id?: string; name?: string } => {
    const name = id === null ? undefined : names.get(id);
    return { ...(id === null ? {} : { id }), ...(name === undefined ? {} : { name }) };
  };
  return rows.map(
    ({ sequence, at, action, actorKind, actorId, subjectId, organisationId, result, address, detail }) => ({
      sequence,
      at,
      action,
      result,
      actor: { kind: actorKind, ...named(actorId) },
      subject: { kind: subjectKind(action), ...named(subjectId) },
      ...(organisationId === null
        ? {}
        : { organisation: { id: organisationId, name: organisations.get(organisationId) ?? '' } }),
      ...(address === null ? {} : { address }),
      detail: JSON.parse(detail) as AuditEventShown['detail'],
    }),
  );
}
