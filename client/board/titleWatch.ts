import * as Y from 'yjs';
import type { Id } from '../../shared/board/ids.ts';
import type { Patch } from '../../shared/commands/command.ts';

export type TitledCollection = 'activities' | 'outcomes';

/** A title that a person gave and that another one took the place of. */
export interface TitleOverwritten {
  readonly collection: TitledCollection;
  readonly id: Id;
  readonly mine: string;
  readonly theirs: string;
}

/** How long after giving a title its replacement is told even by someone who had seen it. */
const FRESH = 30_000;

interface Given {
  readonly collection: TitledCollection;
  readonly id: Id;
  readonly title: string;
  readonly at: number;
  /** Where the title stands in the document's history. */
  readonly item: Y.ID;
}

function titleItem(doc: Y.Doc, collection: string, id: Id): Y.Item | undefined {
  const record = doc.getMap(collection).get(id);
  return record instanceof Y.Map ? record._map.get('title') : undefined;
}

/** True when the writer of the present title had seen the given one: each value names the one it was put after. */
function hadSeen(doc: Y.Doc, now: Y.Item, given: Y.ID): boolean {
  let origin = now.origin;
  while (origin) {
    if (origin.client === given.client && origin.clock >= given.clock) return true;
    const before = Y.getItem(doc.store, origin);
    origin = before instanceof Y.Item ? before.origin : null;
  }
  return false;
}

/**
 * Notices when a title that this person gave does not stand because another one was given at the same time, or right
 * after. Of two concurrent titles the documents keep one; nobody's is lost without a word.
 */
export interface TitleWatch {
  /** Remembers the titles in patches that were just written. */
  readonly given: (doc: Y.Doc, patches: readonly Patch[], now: number) => void;
  /** Gives the titles that were replaced since; each once. */
  readonly check: (
    docOf: (collection: TitledCollection, id: Id) => Y.Doc | undefined,
    now: number,
  ) => TitleOverwritten[];
}

export function titleWatch(): TitleWatch {
  const titles = new Map<string, Given>();

  function given(doc: Y.Doc, patches: readonly Patch[], now: number): void {
    for (const { collection, id, after } of patches) {
      const title = after['title'];
      if (typeof title !== 'string' || (collection !== 'activities' && collection !== 'outcomes')) continue;
      const item = titleItem(doc, collection, id);
      if (item?.content.getContent().at(-1) !== title) continue;
      titles.set(`${collection}/${id}`, { collection, id, title, at: now, item: item.id });
    }
  }

  function check(docOf: (collection: TitledCollection, id: Id) => Y.Doc | undefined, now: number): TitleOverwritten[] {
    const found: TitleOverwritten[] = [];
    for (const [key, mine] of titles) {
      const doc = docOf(mine.collection, mine.id);
      const item = doc && titleItem(doc, mine.collection, mine.id);
      const theirs: unknown = item && !item.deleted ? item.content.getContent().at(-1) : undefined;
      if (!doc || !item || typeof theirs !== 'string' || theirs === mine.title) continue;
      titles.delete(key);
      const isOwn = item.id.client === doc.clientID;
      const isConcurrent = !hadSeen(doc, item, mine.item);
      if (!isOwn && (isConcurrent || now - mine.at < FRESH))
        found.push({ collection: mine.collection, id: mine.id, mine: mine.title, theirs });
    }
    return found;
  }

  return { given, check };
}
