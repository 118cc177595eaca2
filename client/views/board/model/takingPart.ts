import { isLive } from '../../../../shared/board/board.ts';
import type { BoardIndex } from '../../../../shared/board/boardIndex.ts';
import type { Id } from '../../../../shared/board/ids.ts';

/** Number of live cards in which each organisation takes part: as owner, lead or involved. Each card counts once. */
export function takingPart(index: BoardIndex): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const id of index.appearancesOf.keys()) {
    const activity = index.board.activities.get(id);
    if (!activity) continue;
    const involved = activity.involvements.filter(isLive).map(({ organisationId }) => organisationId);
    for (const organisation of new Set([activity.owner, activity.lead, ...involved])) {
      if (organisation !== undefined) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
    }
  }
  return counts;
}
