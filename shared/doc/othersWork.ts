import * as Y from 'yjs';
import type { Collection } from '../commands/command.ts';

type AnyType = Pick<Y.AbstractType<unknown>, '_start' | '_map'>;
type IsTheirs = (item: Y.Item) => boolean;

/** True when someone else's writing stands in this type or anything inside it. */
function holds(type: AnyType, isTheirs: IsTheirs): boolean {
  const among = (item: Y.Item): boolean =>
    !item.deleted && (isTheirs(item) || (item.content instanceof Y.ContentType && holds(item.content.type, isTheirs)));
  for (let item = type._start; item; item = item.right) if (among(item)) return true;
  return [...type._map.values()].some(among);
}

function recordsOf(doc: Y.Doc, collection: Collection): (readonly [string, Y.Map<unknown>])[] {
  return [...doc.getMap(collection).entries()].flatMap(([id, record]) =>
    record instanceof Y.Map ? [[id, record] as const] : [],
  );
}

function isInside(record: Y.Map<unknown>, parentId: string): boolean {
  const place = record.get('place');
  return typeof place === 'object' && place !== null && Reflect.get(place, 'parentId') === parentId;
}

/** What would leave the board together with a record of this document: itself, what is filed under it, and its texts. */
function partsOf(doc: Y.Doc, collection: Collection, id: string): AnyType[] {
  const own = recordsOf(doc, collection).filter(
    ([key, record]) => key === id || (collection === 'outcomes' && isInside(record, id)),
  );
  const pairs = collection === 'activities' ? [...recordsOf(doc, 'links'), ...recordsOf(doc, 'involvements')] : [];
  const filed = pairs.filter(([key]) => key.startsWith(`${id}:`));
  const prefix = `${collection === 'activities' ? 'activity' : 'outcome'}:${id}:`;
  const texts = [...doc.share.keys()].filter((name) => name.startsWith(prefix)).map((name) => doc.getXmlFragment(name));
  return [...[...own, ...filed].map(([, record]) => record), ...texts];
}

/**
 * True when others wrote in a record, in what is filed under it or in its texts after this state of the document
 * (a Yjs state vector): it is then no longer one person's to take off the board in passing.
 */
export function holdsOthersWork(doc: Y.Doc, collection: Collection, id: string, since: Uint8Array): boolean {
  const seen = Y.decodeStateVector(since);
  const isTheirs: IsTheirs = ({ lastId: { client, clock } }) =>
    client !== doc.clientID && clock >= (seen.get(client) ?? 0);
  return partsOf(doc, collection, id).some((part) => holds(part, isTheirs));
}
