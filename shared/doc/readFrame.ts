import type * as Y from 'yjs';
import {
  COLOUR_COUNT,
  type Indicator,
  type ListEntry,
  ORGANISATION_KINDS,
  type Organisation,
  type Outcome,
  type PlanDetails,
} from '../board/board.ts';
import { type Id, isId } from '../board/ids.ts';
import { oneOf, property, readArchivedAt, readString, readUnknown } from './fields.ts';
import { KNOWN_FIELDS } from './layout.ts';

/** Readers of the frame's records. Each gives a record whatever the fields hold; only a missing title stays empty. */

export type OutcomeRecord = Omit<Outcome, 'texts'>;

export function readOutcome(id: Id, record: Y.Map<unknown>): OutcomeRecord {
  const place = record.get('place');
  const parentId = property(place, 'parentId');
  const key = property(place, 'key');
  return {
    id,
    title: readString(record, 'title') ?? '',
    kind: oneOf(['outcome', 'extra'], record.get('kind')) ?? 'outcome',
    place: { ...(isId(parentId) ? { parentId } : {}), key: typeof key === 'string' ? key : '' },
    ...readArchivedAt(record),
    ...readUnknown(record, KNOWN_FIELDS.outcomes),
  };
}

export function readOrganisation(id: Id, record: Y.Map<unknown>): Organisation {
  const name = readString(record, 'name') ?? '';
  const colour = record.get('colour');
  return {
    id,
    name,
    code: readString(record, 'code')?.slice(0, 4) || name.slice(0, 2).toUpperCase() || '?',
    colour: typeof colour === 'number' && Number.isFinite(colour) ? Math.abs(Math.trunc(colour)) % COLOUR_COUNT : 0,
    kind: oneOf(ORGANISATION_KINDS, record.get('kind')) ?? 'partner',
    ...readArchivedAt(record),
    ...readUnknown(record, KNOWN_FIELDS.organisations),
  };
}

function readYearValue(value: unknown): { year: number; value?: number } | undefined {
  const year = property(value, 'year');
  const number = property(value, 'value');
  if (typeof year !== 'number') return undefined;
  return typeof number === 'number' ? { year, value: number } : { year };
}

export function readIndicator(id: Id, record: Y.Map<unknown>): Indicator | undefined {
  const outcomeId = record.get('outcomeId');
  if (!isId(outcomeId)) return undefined;
  const unit = readString(record, 'unit');
  const direction = oneOf(['up', 'down', 'same'], record.get('direction'));
  const baseline = readYearValue(record.get('baseline'));
  const targets = record.get('targets');
  return {
    id,
    outcomeId,
    title: readString(record, 'title') ?? '',
    key: readString(record, 'key') ?? '',
    ...(unit ? { unit } : {}),
    ...(direction ? { direction } : {}),
    ...(baseline?.value === undefined ? {} : { baseline: { year: baseline.year, value: baseline.value } }),
    targets: Array.isArray(targets) ? targets.map(readYearValue).filter((target) => target !== undefined) : [],
    ...readArchivedAt(record),
    ...readUnknown(record, KNOWN_FIELDS.indicators),
  };
}

export function readListEntry(id: Id, record: Y.Map<unknown>): ListEntry {
  return {
    id,
    list: readString(record, 'list') ?? '',
    title: readString(record, 'title') ?? '',
    key: readString(record, 'key') ?? '',
    ...readArchivedAt(record),
    ...readUnknown(record, KNOWN_FIELDS.lists),
  };
}

export type PlanRecord = Omit<PlanDetails, 'texts'>;

export function readPlan(record: Y.Map<unknown> | undefined): PlanRecord {
  const years = record?.get('years');
  const valid = Array.isArray(years) ? years.filter((year): year is number => Number.isInteger(year)) : [];
  return {
    years: [...new Set(valid)].sort((a, b) => a - b),
    ...(record ? readUnknown(record, KNOWN_FIELDS.plan) : {}),
  };
}
