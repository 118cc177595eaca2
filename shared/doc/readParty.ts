import type * as Y from 'yjs';
import { type Activity, type Departure, INVOLVEMENT_ROLES, type Involvement, type Link } from '../board/board.ts';
import type { OwnedDocument } from '../board/documentRef.ts';
import { type Id, isId, pairId, splitPairId } from '../board/ids.ts';
import { oneOf, property, readArchivedAt, readString, readUnknown } from './fields.ts';
import { KNOWN_FIELDS } from './layout.ts';

/** Readers of a party document's records. */

export type ActivityRecord = Omit<Activity, 'texts' | 'links' | 'involvements'>;

type Mark = 'movedTo' | 'mergedInto';

function strings(value: unknown): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => typeof one === 'string'));
}

/** The mark that an activity went elsewhere: any object that says when. */
function readDeparture(record: Y.Map<unknown>, mark: Mark): { readonly [name in Mark]?: Departure } {
  const value = record.get(mark);
  const { at, salt, document, activityId } = strings(value);
  if (at === undefined) return {};
  return {
    [mark]: {
      at,
      ...(salt === undefined ? {} : { salt }),
      ...(document === undefined ? {} : { document }),
      ...(activityId === undefined ? {} : { activityId }),
      fields: strings(property(value, 'fields')),
      texts: strings(property(value, 'texts')),
    },
  };
}

export function readActivity(id: Id, { kind, organisationId }: OwnedDocument, record: Y.Map<unknown>): ActivityRecord {
  const place = record.get('place');
  const outcomeId = property(place, 'outcomeId');
  const key = property(place, 'key');
  const lead = record.get('lead');
  return {
    id,
    owner: organisationId,
    ...(kind === 'draft' ? { draft: true as const } : {}),
    title: readString(record, 'title') ?? '',
    ...(record.get('titleDerived') === true ? { titleDerived: true as const } : {}),
    ...(isId(lead) ? { lead } : {}),
    ...(isId(outcomeId) ? { place: { outcomeId, key: typeof key === 'string' ? key : '' } } : {}),
    ...readArchivedAt(record),
    ...readDeparture(record, 'movedTo'),
    ...readDeparture(record, 'mergedInto'),
    ...readUnknown(record, KNOWN_FIELDS.activities),
  };
}

/** Reads a link and the activity it belongs to; undefined when its id is no pair. */
export function readLink(id: string, record: Y.Map<unknown>): { activityId: Id; link: Link } | undefined {
  const pair = splitPairId(id);
  if (!pair) return undefined;
  const [activityId, outcomeId] = pair;
  const link: Link = {
    id: pairId(activityId, outcomeId),
    outcomeId,
    key: readString(record, 'key') ?? '',
    ...readArchivedAt(record),
    ...readUnknown(record, KNOWN_FIELDS.links),
  };
  return { activityId, link };
}

/** Reads an involvement and the activity it belongs to; undefined when its id is no pair. */
export function readInvolvement(
  id: string,
  record: Y.Map<unknown>,
): { activityId: Id; involvement: Involvement } | undefined {
  const pair = splitPairId(id);
  if (!pair) return undefined;
  const [activityId, organisationId] = pair;
  const involvement: Involvement = {
    id: pairId(activityId, organisationId),
    organisationId,
    role: oneOf(INVOLVEMENT_ROLES, record.get('role')) ?? 'involved',
    ...readArchivedAt(record),
    ...readUnknown(record, KNOWN_FIELDS.involvements),
  };
  return { activityId, involvement };
}
