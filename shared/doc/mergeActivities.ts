import type { Activity } from '../board/board.ts';
import { type Id, pairId } from '../board/ids.ts';
import { missingText } from '../board/missingText.ts';
import { isBlank, type RichText } from '../board/richText.ts';
import { activityIn, addLineage, pairsIn, putRecord, recordIn } from './activityRecord.ts';
import type { Held } from './copyActivity.ts';
import { leaveMark } from './departure.ts';
import { fragmentName, parseFragmentName } from './layout.ts';
import { readFragment, writeFragment } from './richTextFragment.ts';

/** An activity in the document where it counts. */
export interface HeldActivity {
  readonly held: Held;
  readonly id: Id;
}

export interface Merging {
  readonly at: string;
  /** The line above what came from another activity. */
  readonly heading: (activity: Activity) => string;
}

function bold(text: string): RichText {
  return [{ type: 'paragraph', content: [{ type: 'text', text, bold: true }] }];
}

/** Results of a year are a row of results: a heading among them would be one more. */
function appendTexts(kept: HeldActivity, other: Activity, { heading }: Merging): void {
  for (const [field, text] of Object.entries(other.texts)) {
    const ref = parseFragmentName(`activity:${kept.id}:${field}`);
    if (!ref || !text) continue;
    const fragment = kept.held.doc.getXmlFragment(fragmentName(ref));
    const missing = missingText(text, readFragment(fragment));
    if (isBlank(missing)) continue;
    writeFragment(fragment, [...(field.startsWith('resultsText:') ? [] : bold(heading(other))), ...missing]);
  }
}

function isThere(kept: HeldActivity, collection: 'links' | 'involvements', pair: string): boolean {
  return recordIn(kept.held.doc, collection, pair)?.get('archivedAt') === undefined
    ? recordIn(kept.held.doc, collection, pair) !== undefined
    : false;
}

function unite(kept: HeldActivity, other: HeldActivity, was: Activity): void {
  const card = activityIn(kept.held.doc, kept.held.owner, kept.id);
  const outcomes = was.links.filter((link) => link.archivedAt === undefined);
  for (const { outcomeId, key } of [...(was.place ? [was.place] : []), ...outcomes]) {
    const pair = pairId(kept.id, outcomeId);
    if (card?.place?.outcomeId !== outcomeId && !isThere(kept, 'links', pair))
      putRecord(kept.held.doc, 'links', pair, [['key', key]]);
  }
  for (const name of pairsIn(other.held.doc, 'involvements', other.id)) {
    const pair = pairId(kept.id, name.slice(other.id.length + 1));
    const record = recordIn(other.held.doc, 'involvements', name);
    if (record && !record.has('archivedAt') && !isThere(kept, 'involvements', pair))
      putRecord(kept.held.doc, 'involvements', pair, record.entries());
  }
  const owner = pairId(kept.id, was.owner);
  if (was.owner !== kept.held.owner && !isThere(kept, 'involvements', owner))
    putRecord(kept.held.doc, 'involvements', owner, [['role', 'involved']]);
}

/** What was done with late text of a merged activity is known of the card that it is in now. */
function keepLateMarks(kept: HeldActivity, other: HeldActivity): void {
  const record = recordIn(kept.held.doc, 'activities', kept.id);
  for (const [field, value] of recordIn(other.held.doc, 'activities', other.id)?.entries() ?? [])
    if (field.startsWith('late:')) record?.set(field, value);
}

/**
 * Makes one activity of several (`docs/board-spec.md`, X4): the kept one gets what the others say and it does not, their
 * outcomes and the organisations involved; who owned the others is involved. A mark stays at the place of each other.
 */
export function mergeActivities(kept: HeldActivity, others: readonly HeldActivity[], merging: Merging): void {
  const { at } = merging;
  const was = others.flatMap((other) => {
    const activity = activityIn(other.held.doc, other.held.owner, other.id);
    return activity ? [{ other, activity }] : [];
  });
  kept.held.doc.transact(() => {
    for (const { other, activity } of was) {
      appendTexts(kept, activity, merging);
      unite(kept, other, activity);
      keepLateMarks(kept, other);
    }
    const activities = was.map(({ activity: { id, owner, title } }) => ({ id, owner, title }));
    addLineage(kept.held.doc, kept.id, { kind: 'merge', at, activities });
  });
  for (const { other } of was) leaveMark(other.held, other.id, { mergedInto: kept.id }, at);
}

/** Makes activities that were merged live again, as they stand at their places; the one that was kept keeps all. */
export function undoMerge(kept: HeldActivity, others: readonly HeldActivity[], at: string): void {
  const back = others.flatMap(({ held, id }) => {
    const activity = activityIn(held.doc, held.owner, id);
    if (activity?.mergedInto?.activityId !== kept.id) return [];
    recordIn(held.doc, 'activities', id)?.delete('mergedInto');
    return [{ id, owner: activity.owner, title: activity.title }];
  });
  if (back.length > 0) addLineage(kept.held.doc, kept.id, { kind: 'undoMerge', at, activities: back });
}
