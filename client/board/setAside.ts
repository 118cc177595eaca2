import * as Y from 'yjs';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { type Id, splitPairId } from '../../shared/board/ids.ts';
import type { Json } from '../../shared/board/json.ts';
import { missingText, saysTheSame } from '../../shared/board/missingText.ts';
import { plainText, type RichText } from '../../shared/board/richText.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import type { RefusedEdit } from '../../shared/commands/reapply.ts';
import { isCollection, parseFragmentName, type TextRef } from '../../shared/doc/layout.ts';
import { readFragment } from '../../shared/doc/richTextFragment.ts';
import { ownText } from './ownText.ts';
import type { RestartReason } from './restartReason.ts';
import type { Waiting } from './waiting.ts';

export type SetAsideChange = 'added' | 'title' | 'text' | 'place' | 'trash' | 'link' | 'involvement' | 'other';

/** What of a text was the person's, beside what stood there when it was not taken. */
interface RefusedText {
  readonly kind: 'text';
  readonly ref: TextRef;
  readonly text: RichText;
  readonly theirs: RichText;
}

/** What to write to apply a change after all: plain JSON, so that it can be kept anywhere. */
export type SetAsideEdit = RefusedEdit | RefusedText;

/** One change that the server did not take, in words. */
export interface SetAsideItem {
  /** Unique within its entry. */
  readonly id: string;
  readonly collection: string;
  readonly recordId: Id;
  /** Title of the card or outcome that it is about. */
  readonly title: string;
  readonly field: string;
  readonly change: SetAsideChange;
  readonly mine: string;
  /** What stands there now; empty when nothing does. */
  readonly theirs: string;
  /** Absent where the product has no way to make this change. */
  readonly edit?: SetAsideEdit;
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

type Fields = ReadonlyMap<string, Json>;
const NO_FIELDS: Fields = new Map();

const CHANGE_OF: { readonly [field: string]: SetAsideChange } = {
  title: 'title',
  name: 'title',
  place: 'place',
  archivedAt: 'trash',
};

function fieldsOf(doc: Y.Doc | undefined, collection: string, id: string): Fields | undefined {
  const record = doc?.getMap(collection).get(id);
  if (!(record instanceof Y.Map)) return undefined;
  const plain = [...record.entries()].filter((entry): entry is [string, Json] => !(entry[1] instanceof Y.AbstractType));
  return new Map(plain);
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
 * @param titleOf the title of an outcome or the name of an organisation
 */
export function setAsideItems(
  waiting: Waiting,
  old: Y.Doc,
  fresh: Y.Doc | undefined,
  titleOf: (id: Id) => string,
): SetAsideItem[] {
  const titleIn = (collection: string, id: string): string => {
    const fields = fieldsOf(old, collection, id) ?? fieldsOf(fresh, collection, id) ?? NO_FIELDS;
    const title = fields.get('title') ?? fields.get('name');
    return typeof title === 'string' ? title : '';
  };
  const items: SetAsideItem[] = [];
  for (const [collection, ids] of waiting.records) {
    if (!isCollection(collection)) continue;
    for (const id of ids) {
      const mine = fieldsOf(old, collection, id) ?? NO_FIELDS;
      const theirs = fieldsOf(fresh, collection, id);
      const subject = subjectOf(collection, id);
      const about = {
        collection: subject.collection,
        recordId: subject.id,
        title: titleIn(subject.collection, subject.id),
      };
      // What others changed in it meanwhile is not this person's.
      const own = waiting.fields?.get(`${collection}/${id}`) ?? new Set([...mine.keys(), ...(theirs?.keys() ?? [])]);
      const changed = [...own].filter((field) => !isSameValue(mine.get(field), theirs?.get(field)));
      const record = { kind: 'record', collection, id, fields: Object.fromEntries(mine) } as const;
      if (collection === 'links' || collection === 'involvements') {
        // A card is linked or not, an organisation takes part or not: one change, however many fields say so.
        const change = changeOf(collection, '');
        const inWords = titleOf(splitPairId(id)?.[1] ?? '');
        if (changed.length > 0)
          items.push({
            ...about,
            id: `${collection}/${id}`,
            field: '',
            change,
            mine: inWords,
            theirs: '',
            edit: record,
          });
        continue;
      }
      if (!theirs) {
        const added = { field: 'title', change: 'added', mine: about.title, theirs: '' } as const;
        items.push({ ...about, ...added, id: `${collection}/${id}`, edit: record });
        continue;
      }
      for (const field of changed) {
        // That a title was derived ends with giving one.
        if (field === 'titleDerived' && changed.includes('title')) continue;
        const value = mine.get(field);
        items.push({
          ...about,
          id: `${collection}/${id}/${field}`,
          field,
          change: changeOf(collection, field),
          mine: words(value, titleOf),
          theirs: words(theirs.get(field), titleOf),
          edit: { kind: 'field', collection, id, field, ...(value === undefined ? {} : { value }) },
        });
      }
    }
  }
  for (const name of waiting.fragments) {
    const ref = parseFragmentName(name);
    const text = readFragment(old.getXmlFragment(name));
    const theirs = fresh?.share.has(name) ? readFragment(fresh.getXmlFragment(name)) : [];
    const own = ownText(old.getXmlFragment(name), fresh);
    // Not the words alone: what a result states of itself counts too.
    if (!ref || saysTheSame(text, theirs)) continue;
    const collection = ref.kind === 'activity' ? 'activities' : ref.kind === 'outcome' ? 'outcomes' : 'plan';
    items.push({
      id: name,
      collection,
      recordId: ref.id,
      title: titleIn(collection, ref.id),
      field: ref.field,
      change: 'text',
      mine: plainText(text),
      theirs: plainText(theirs),
      // Where the person only took words away there is nothing to add.
      ...(missingText(own, theirs).length > 0 ? { edit: { kind: 'text', ref, text: own, theirs } as const } : {}),
    });
  }
  return items;
}

/** The entries with some of the items of one; an entry goes with its last item. */
export function withItems(
  entries: readonly SetAside[],
  entryId: string,
  isKept: (item: SetAsideItem) => boolean,
): readonly SetAside[] {
  return entries
    .map((entry) => (entry.id === entryId ? { ...entry, items: entry.items.filter(isKept) } : entry))
    .filter(({ items }) => items.length > 0);
}
