import * as Y from 'yjs';
import type { SetAside, SetAsideItem } from '../../client/board/setAside.ts';
import { missingText } from '../../shared/board/missingText.ts';
import { plainText } from '../../shared/board/richText.ts';
import { FRAME_COLLECTIONS, PARTY_COLLECTIONS, parseFragmentName } from '../../shared/doc/layout.ts';

export const COLLECTIONS: readonly string[] = [...FRAME_COLLECTIONS, ...PARTY_COLLECTIONS];

/** An edit that can be told from all others. */
export interface Mark {
  readonly kind: 'record' | 'title' | 'text';
  /** Key of its document. */
  readonly document: string;
  /** What nobody else ever writes: the record's id, or the words. */
  readonly text: string;
  /** Where a title was given: collection and id of the record. */
  readonly record?: readonly [collection: string, id: string];
  /** Before or after the restore. */
  readonly era: number;
  /** The page was told that it is saved: nothing waits any more, or it stands in a fresh document of the server's. */
  isAcknowledged: boolean;
  /** A later edit of the same field came before the server had this one. */
  isOverwritten: boolean;
  /** Undoing something else gave the same words again, which is an edit of its own. */
  isGivenAgain: boolean;
  /** The page that would be told, and the document in it. */
  listener: { readonly page: object; readonly version: number };
}

/** What a store has accepted: the bytes of its journal, in which texts and ids can be found. */
export class Accepted {
  readonly #rows: readonly Buffer[];

  constructor(rows: readonly Uint8Array[]) {
    this.#rows = rows.map((row) => Buffer.from(row));
  }

  has(text: string): boolean {
    return this.#rows.some((row) => row.includes(text));
  }
}

/** The words of all texts in a document. */
export function wordsOf(doc: Y.Doc): string {
  const names = [...doc.share.keys()].filter(parseFragmentName);
  return names.map((name) => doc.getXmlFragment(name).toString()).join('\n');
}

/** A document holds this edit, and nobody wrote over it. */
export function standsIn(doc: Y.Doc, { kind, text, record }: Mark): boolean {
  if (kind === 'record') return COLLECTIONS.some((name) => doc.getMap(name).has(text));
  if (kind === 'text') return wordsOf(doc).includes(text);
  const given = record && doc.getMap(record[0]).get(record[1]);
  return given instanceof Y.Map && given.get('title') === text;
}

/** The person's own words in one thing that was set aside. */
function isIn(item: SetAsideItem, { kind, text }: Mark): boolean {
  if (kind === 'record') return item.change === 'added' && item.edit?.kind === 'record' && item.edit.id === text;
  if (kind === 'title') return item.change === 'added' || item.change === 'title' ? item.mine === text : false;
  if (item.edit?.kind !== 'text') return false;
  return plainText(missingText(item.edit.text, item.edit.theirs)).includes(text);
}

/** How many things that were set aside hold this edit. */
export function timesSetAside(mark: Mark, entries: readonly SetAside[]): number {
  return entries.flatMap(({ items }) => items).filter((item) => isIn(item, mark)).length;
}

/** What can be said of one edit when all is over. */
export interface Fate {
  readonly mark: Mark;
  readonly setAside: number;
  readonly isAccepted: boolean;
  /** There was a restore after this edit was made. */
  readonly isBeforeRestore: boolean;
  /** It was in the journal of the store that was lost, and in the backup of it. */
  readonly wasAccepted: boolean;
  readonly isInBackup: boolean;
}

/** What contradicts that an edit is either on the board or set aside, never in both and never in neither. */
export function wrongFate({ mark, setAside, isAccepted, isBeforeRestore, wasAccepted, isInBackup }: Fate): string[] {
  const wrong: string[] = [];
  const isGone = isBeforeRestore && wasAccepted && !isInBackup;
  if (isBeforeRestore && isInBackup && !isAccepted) wrong.push('is in the backup but not restored');
  if (isBeforeRestore && !isInBackup && isAccepted) wrong.push('leaked from before the restore');
  if (mark.isAcknowledged && !isAccepted && !isGone && !mark.isOverwritten) wrong.push('was acknowledged but is gone');
  // What was accepted and is gone may stand beside what was not: a record is set aside whole.
  // A title that was accepted without its page hearing of it, and that others changed since, looks refused to the page.
  const isUnheard = mark.kind === 'title' && (!mark.isAcknowledged || mark.isGivenAgain);
  if (isAccepted && setAside > 0 && !isUnheard) wrong.push('is on the board and set aside');
  if (setAside > 1) wrong.push(`is set aside ${setAside} times`);
  const isExplained = mark.isOverwritten || (isGone && mark.isAcknowledged);
  if (!isAccepted && setAside === 0 && !isExplained) wrong.push('is neither on the board nor set aside');
  return wrong.map((what) => `${mark.kind} ${mark.text} in ${mark.document} ${what}`);
}

/** Records and their fields that a transaction changed, as paths. */
export function touchedFields(transaction: Y.Transaction): string[] {
  const collections = new Map<unknown, string>(COLLECTIONS.map((name) => [transaction.doc.share.get(name), name]));
  return [...transaction.changed].flatMap(([type, keys]) => {
    const parent = type._item?.parent;
    const collection = collections.get(type) ?? collections.get(parent);
    if (collection === undefined) return [];
    const id = type._item?.parentSub;
    return [...keys].map((key) => (collections.has(type) ? `${collection}/${key}` : `${collection}/${id}/${key}`));
  });
}
