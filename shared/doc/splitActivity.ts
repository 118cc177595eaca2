import type { ActivityTextField, Place } from '../board/board.ts';
import type { Id } from '../board/ids.ts';
import { activityIn, addLineage, putRecord } from './activityRecord.ts';
import { becomeLike } from './becomeLike.ts';
import type { Held } from './copyActivity.ts';
import { fragmentName } from './layout.ts';

export interface Splitting {
  readonly at: string;
  /** Id, title and place of the new activity. */
  readonly id: Id;
  readonly title: string;
  readonly place?: Place;
  /** Texts that it gets too; they stay at the activity from which it comes. */
  readonly texts: readonly ActivityTextField[];
}

/** Makes a second activity from one (`docs/board-spec.md`, X7). Nothing is taken away from the first. */
export function splitActivity(source: Held, id: Id, target: Held, splitting: Splitting): void {
  const activity = activityIn(source.doc, source.owner, id);
  if (!activity) return;
  const { at, title, place, texts } = splitting;
  target.doc.transact(() => {
    const fields = [['title', title] as const, ...(place ? [['place', { ...place }] as const] : [])];
    putRecord(target.doc, 'activities', splitting.id, fields);
    for (const field of texts) {
      const from = source.doc.getXmlFragment(fragmentName({ kind: 'activity', id, field }));
      const to = target.doc.getXmlFragment(fragmentName({ kind: 'activity', id: splitting.id, field }));
      becomeLike(to, from.toArray(), () => false);
    }
    const from = { id, owner: activity.owner, title: activity.title };
    addLineage(target.doc, splitting.id, { kind: 'split', at, activities: [from] });
  });
}
