import type { Activity, Board, Involvement, Organisation } from './board.ts';
import { type Id, pairId } from './ids.ts';

function mapInvolvements(activityId: Id, involvements: readonly Involvement[], to: (id: Id) => Id): Involvement[] {
  const mapped = involvements.map((involvement) => {
    const organisationId = to(involvement.organisationId);
    return { ...involvement, id: pairId(activityId, organisationId), organisationId };
  });
  return mapped.filter((one, index) => mapped.findIndex((other) => other.id === one.id) === index);
}

/**
 * The board with other ids for its organisations, in their records and wherever a field of the model refers to them.
 * Where two become one, the first record stays. What stands in unknown fields keeps the source's ids.
 */
export function mapOrganisations(board: Board, ids: ReadonlyMap<Id, Id>): Board {
  const to = (id: Id): Id => ids.get(id) ?? id;
  const organisations = new Map<Id, Organisation>();
  for (const organisation of board.organisations.values()) {
    const id = to(organisation.id);
    if (!organisations.has(id)) organisations.set(id, { ...organisation, id });
  }
  const activities = new Map<Id, Activity>();
  for (const [id, activity] of board.activities) {
    activities.set(id, {
      ...activity,
      owner: to(activity.owner),
      ...(activity.lead === undefined ? {} : { lead: to(activity.lead) }),
      involvements: mapInvolvements(id, activity.involvements, to),
    });
  }
  return { ...board, organisations, activities };
}
