import * as Y from 'yjs';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { type Id, splitPairId } from '../../shared/board/ids.ts';
import { plainText } from '../../shared/board/richText.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import { parseFragmentName } from '../../shared/doc/layout.ts';
import { readFragment } from '../../shared/doc/richTextFragment.ts';
import type { RestartReason } from './restartReason.ts';
import type { Waiting } from './waiting.ts';

export type SetAsideChange = 'added' | 'title' | 'text' | 'place' | 'trash' | 'link' | 'involvement' | 'other';

/** One change that the server did not take, in words. */
export interface SetAsideItem {
  readonly collection: string;
  readonly recordId: Id;
  /** Title of the card or outcome that it is about. */
  readonly title: string;
  readonly field: string;
  readonly change: SetAsideChange;
  readonly mine: string;
  /** What stands there now; empty when nothing does. */
  readonly theirs: string;
}

/** What one document kept of a person's changes when the server did not take them. */
export interface SetAside {
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  readonly document: DocumentRef;
  readonly organisationId?: Id;
  readonly reason: RestartReason;
  readonly items: readonly SetAsideItem[];
}

type Fields = ReadonlyMap<string, unknown>;
const NO_FIELDS: Fields = new Map();

const CHANGE_OF: { readonly [field: string]: SetAsideChange } = {
  title: 'title',
  name: 'title',
  place: 'place',
  archivedAt: 'trash',
};

function fieldsOf(doc: Y.Doc | undefined, collection: string, id: string): Fields | undefined {
  const record = doc?.getMap(collection).get(id);
  return record instanceof Y.Map ? new Map(record.entries()) : undefined;
}

/** Which card or outcome a record is about: a link belongs to its card. */
function subjectOf(collection: string, id: string): { collection: string; id: Id } {
  const activityId = splitPairId(id)?.[0];
  if (activityId !== undefined) return { collection: 'activities', id: activityId };
  return { collection, id };
}

function words(value: unknown, titleOf: (outcomeId: Id) => string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  const outcomeId = typeof value === 'object' ? Reflect.get(value, 'outcomeId') : undefined;
  if (typeof outcomeId === 'string') return titleOf(outcomeId);
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

function changeOf(collection: string, field: string): SetAsideChange {
  if (collection === 'links') return 'link';
  if (collection === 'involvements') return 'involvement';
  return CHANGE_OF[field] ?? 'other';
}

/**
 * Says in words which of the waiting changes are in the old document and not in the fresh one.
 * @param fresh undefined when the document may no longer be read
 * @param titleOf the title of an outcome, for places and links
 */
export function setAsideItems(
  waiting: Waiting,
  old: Y.Doc,
  fresh: Y.Doc | undefined,
  titleOf: (outcomeId: Id) => string,
): SetAsideItem[] {
  const titleIn = (collection: string, id: string): string => {
    const fields = fieldsOf(old, collection, id) ?? fieldsOf(fresh, collection, id) ?? NO_FIELDS;
    const title = fields.get('title') ?? fields.get('name');
    return typeof title === 'string' ? title : '';
  };
  const items: SetAsideItem[] = [];
  for (const [collection, ids] of waiting.records) {
    for (const id of ids) {
      const mine = fieldsOf(old, collection, id) ?? NO_FIELDS;
      const theirs = fieldsOf(fresh, collection, id);
      const subject = subjectOf(collection, id);
      const about = {
        collection: subject.collection,
        recordId: subject.id,
        title: titleIn(subject.collection, subject.id),
      };
      const linked = collection === 'links' ? titleOf(splitPairId(id)?.[1] ?? '') : undefined;
      if (!theirs) {
        const change = collection === 'links' || collection === 'involvements' ? changeOf(collection, '') : 'added';
        items.push({ ...about, field: 'title', change, mine: linked ?? about.title, theirs: '' });
        continue;
      }
      for (const field of new Set([...mine.keys(), ...theirs.keys()])) {
        if (isSameValue(mine.get(field), theirs.get(field))) continue;
        const change = changeOf(collection, field);
        items.push({
          ...about,
          field,
          change,
          mine: linked ?? words(mine.get(field), titleOf),
          theirs: linked === undefined ? words(theirs.get(field), titleOf) : '',
        });
      }
    }
  }
  for (const name of waiting.fragments) {
    const ref = parseFragmentName(name);
    const mine = plainText(readFragment(old.getXmlFragment(name)));
    const theirs = fresh?.share.has(name) ? plainText(readFragment(fresh.getXmlFragment(name))) : '';
    if (!ref || mine === theirs) continue;
    const collection = ref.kind === 'activity' ? 'activities' : ref.kind === 'outcome' ? 'outcomes' : 'plan';
    items.push({
      collection,
      recordId: ref.id,
      title: titleIn(collection, ref.id),
      field: ref.field,
      change: 'text',
      mine,
      theirs,
    });
  }
  return items;
}
