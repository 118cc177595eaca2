import * as Y from 'yjs';
import type { Activity } from '../board/board.ts';
import type { Id } from '../board/ids.ts';
import { isDealtWith, type LateEdit, lateAt } from '../board/lateText.ts';
import { sayings } from '../board/missingText.ts';
import { paragraph } from '../board/richText.ts';
import { activityIn, fragmentsIn, pairsIn, putRecord, recordIn } from './activityRecord.ts';
import { becomeLike, type TextNode } from './becomeLike.ts';
import { fragmentName } from './layout.ts';
import { readNodes, writeFragment } from './richTextFragment.ts';

/** A document of a board as a service holds it. */
export interface Held {
  /** Its key: `party/<organisationId>`, or of another kind that holds activities. */
  readonly key: string;
  /** The organisation whose document it is. */
  readonly owner: Id;
  readonly doc: Y.Doc;
}

const MARKS = ['movedTo', 'mergedInto'];

/** What was written in an old record of the activity in this document, and with which nobody has dealt. */
function stillLate(target: Held, id: Id, card: Activity | undefined): LateEdit[] {
  const old = activityIn(target.doc, target.owner, id);
  return old ? lateAt(target.key, old).filter((late) => !isDealtWith(card?.unknown, late)) : [];
}

/** The paragraphs and list items of a fragment that hold what is late. */
function lateNodes(fragment: Y.XmlFragment, late: readonly LateEdit[], field: string): Set<TextNode> {
  const wanted = late.flatMap((edit) => (edit.kind === 'text' && edit.field === field ? sayings(edit.text) : []));
  const found = new Set<TextNode>();
  const take = (node: TextNode, said: string | undefined): void => {
    const at = said === undefined ? -1 : wanted.indexOf(said);
    if (at < 0) return;
    wanted.splice(at, 1);
    found.add(node);
  };
  // Of two that say the same the later one is late.
  for (const node of fragment.toArray().reverse()) {
    if (!(node instanceof Y.XmlElement)) continue;
    const said = sayings(readNodes([node]));
    if (node.nodeName === 'paragraph') take(node, said[0]);
    else {
      const items = node.toArray().filter((item) => item instanceof Y.XmlElement);
      for (const [index, item] of [...items.entries()].reverse()) take(item, said[index]);
    }
  }
  return found;
}

function copyRecords(source: Y.Doc, target: Y.Doc, id: Id, at: string): void {
  const record = recordIn(source, 'activities', id);
  putRecord(
    target,
    'activities',
    id,
    [...(record?.entries() ?? [])].filter(([field]) => !MARKS.includes(field)),
  );
  for (const collection of ['links', 'involvements'] as const) {
    for (const pair of pairsIn(source, collection, id)) {
      const found = recordIn(source, collection, pair);
      if (found) putRecord(target, collection, pair, found.entries());
    }
    // From an earlier stay there; the product removes no record.
    for (const pair of pairsIn(target, collection, id)) {
      const left = recordIn(source, collection, pair) ? undefined : recordIn(target, collection, pair);
      if (left && !left.has('archivedAt')) left.set('archivedAt', at);
    }
  }
}

/**
 * Makes an activity in one document what it is in another one, under the same id: its fields, links, involvements and
 * texts with all that stands in them (`docs/board-spec.md`, X3). Where the target has the activity from an earlier
 * stay, what was written there after it went stays in its texts.
 */
export function copyActivity(source: Held, target: Held, id: Id, at: string): void {
  target.doc.transact(() => {
    const card = activityIn(source.doc, source.owner, id);
    const late = stillLate(target, id, card);
    copyRecords(source.doc, target.doc, id, at);
    const names = new Set([...fragmentsIn(source.doc, id), ...fragmentsIn(target.doc, id)]);
    for (const name of names) {
      const fragment = target.doc.getXmlFragment(name);
      const pinned = lateNodes(fragment, late, name.slice(`activity:${id}:`.length));
      becomeLike(fragment, source.doc.getXmlFragment(name).toArray(), (node) => pinned.has(node));
    }
    const titles = late.flatMap((edit) => (edit.kind === 'title' && edit.title !== card?.title ? [edit.title] : []));
    const notes = fragmentName({ kind: 'activity', id, field: 'notesText' });
    if (titles.length > 0) writeFragment(target.doc.getXmlFragment(notes), titles.map(paragraph));
  });
}
