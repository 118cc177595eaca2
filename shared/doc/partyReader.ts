import * as Y from 'yjs';
import type { Activity, ActivityTextField, Involvement, Link } from '../board/board.ts';
import type { OwnedDocument } from '../board/documentRef.ts';
import { type Id, isId, splitPairId } from '../board/ids.ts';
import { compareOrder, compareText } from '../board/order.ts';
import type { RichText } from '../board/richText.ts';
import { keepSame } from '../board/sameValue.ts';
import type { Dirty } from './dirty.ts';
import { parseFragmentName } from './layout.ts';
import { readActivity, readInvolvement, readLink } from './readParty.ts';
import { readFragment } from './richTextFragment.ts';

type Texts = { [field in ActivityTextField]?: RichText };

/** Reads one party document or draft and keeps reading what changes, one activity at a time. */
export interface PartyReader {
  readonly activities: ReadonlyMap<Id, Activity>;
  /** Re-reads what a transaction touched and gives the ids of the activities that changed. */
  readonly update: (dirty: Dirty) => Set<Id>;
}

/**
 * @param ref whose document it is, and which of theirs
 * @param before an earlier reading of the same document: equal activities keep their identity
 * @param hasTexts false to leave out the texts, which are most of the work
 */
export function partyReader(
  doc: Y.Doc,
  ref: OwnedDocument,
  before: ReadonlyMap<Id, Activity> = new Map(),
  hasTexts = true,
): PartyReader {
  const records = doc.getMap('activities');
  const links = doc.getMap('links');
  const involvements = doc.getMap('involvements');
  const linksOf = new Map<Id, Map<string, Link>>();
  const involvementsOf = new Map<Id, Map<string, Involvement>>();
  const textsOf = new Map<Id, Texts>();
  const activities = new Map<Id, Activity>();

  function put<T>(index: Map<Id, Map<string, T>>, activityId: Id, id: string, value: T): void {
    const found = index.get(activityId);
    if (found) found.set(id, value);
    else index.set(activityId, new Map([[id, value]]));
  }

  /** The product never removes a record; another program may. */
  function drop<T>(index: Map<Id, Map<string, T>>, id: string): Id | undefined {
    const activityId = splitPairId(id)?.[0];
    if (activityId !== undefined) index.get(activityId)?.delete(id);
    return activityId;
  }

  function takeLink(id: string): Id | undefined {
    const record = links.get(id);
    const read = record instanceof Y.Map ? readLink(id, record) : undefined;
    if (!read) return drop(linksOf, id);
    put(linksOf, read.activityId, id, read.link);
    return read.activityId;
  }

  function takeInvolvement(id: string): Id | undefined {
    const record = involvements.get(id);
    const read = record instanceof Y.Map ? readInvolvement(id, record) : undefined;
    if (!read) return drop(involvementsOf, id);
    put(involvementsOf, read.activityId, id, read.involvement);
    return read.activityId;
  }

  function takeText(name: string): Id | undefined {
    const field = parseFragmentName(name);
    if (field?.kind !== 'activity') return undefined;
    const texts = { ...textsOf.get(field.id) };
    const text = readFragment(doc.getXmlFragment(name));
    if (text.length > 0) texts[field.field] = text;
    else delete texts[field.field];
    textsOf.set(field.id, texts);
    return field.id;
  }

  function build(id: Id): Activity | undefined {
    const record = records.get(id);
    if (!(record instanceof Y.Map)) return undefined;
    const old = activities.get(id) ?? before.get(id);
    const read = readActivity(id, ref, record);
    const ownLinks = [...(linksOf.get(id)?.values() ?? [])].sort(compareOrder);
    const own = [...(involvementsOf.get(id)?.values() ?? [])].sort((a, b) =>
      compareText(a.organisationId, b.organisationId),
    );
    const now: Activity = {
      ...read,
      ...(read.place ? { place: keepSame(old?.place, read.place) } : {}),
      links: keepSame(old?.links, ownLinks),
      involvements: keepSame(old?.involvements, own),
      texts: keepSame(old?.texts, textsOf.get(id) ?? {}),
    };
    return keepSame(old, now);
  }

  function rebuild(ids: Iterable<Id | undefined>): Set<Id> {
    const changed = new Set<Id>();
    for (const id of new Set(ids)) {
      if (!isId(id)) continue;
      const now = build(id);
      if (now === activities.get(id)) continue;
      if (now) activities.set(id, now);
      else activities.delete(id);
      changed.add(id);
    }
    return changed;
  }

  for (const id of links.keys()) takeLink(id);
  for (const id of involvements.keys()) takeInvolvement(id);
  if (hasTexts) for (const name of [...doc.share.keys()]) takeText(name);
  rebuild(records.keys());

  return {
    activities,
    update: (dirty) =>
      rebuild([
        ...(dirty.records.get('activities') ?? []),
        ...[...(dirty.records.get('links') ?? [])].map(takeLink),
        ...[...(dirty.records.get('involvements') ?? [])].map(takeInvolvement),
        ...[...dirty.fragments].map(takeText),
      ]),
  };
}
