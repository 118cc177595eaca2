import type { UnknownFields } from '../board/board.ts';
import type { Json } from '../board/json.ts';

/** Plain data of a plan file as `Json`. Throws a TypeError on anything that JSON cannot hold: that is a bug. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') throw new TypeError(`not plain data: ${typeof value}`);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, toJson(field)]));
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/**
 * What a record of the source says beyond the fields of today's model, to be kept beside them.
 * Spread it into the record: it gives nothing where nothing is left.
 */
export function imported(rest: object): { readonly unknown?: UnknownFields } {
  const kept = toJson(rest);
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const fields = Object.fromEntries(Object.entries(kept).filter(([, field]) => !isEmpty(field)));
  return isEmpty(fields) ? {} : { unknown: { imported: fields } };
}

/** The same fields without those that are undefined, as exact optional fields need. */
export function present<T extends object>(fields: T): { [field in keyof T]?: Exclude<T[field], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [field in keyof T]?: Exclude<T[field], undefined> };
}

/** Records under their id. Throws when two share one: the plan file is wrong, and a record would vanish. */
export function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map(records.map((record) => [record.id, record]));
  if (found.size === records.length) return found;
  const repeated = records.find((record) => found.get(record.id) !== record);
  throw new Error(`two records share the id ${repeated?.id}`);
}
