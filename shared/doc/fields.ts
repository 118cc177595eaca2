import * as Y from 'yjs';
import type { UnknownFields } from '../board/board.ts';
import type { Json } from '../board/json.ts';

/** Reading of single fields, whatever another program put there. */

/** True when the value is plain data all through. */
function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return (
    typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson)
  );
}

export function readString(record: Y.Map<unknown>, field: string): string | undefined {
  const value = record.get(field);
  return typeof value === 'string' ? value : undefined;
}

/** A property of a plain object; undefined for anything else. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

export function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** The mark that puts a record in the trash: any non-empty string counts. */
export function readArchivedAt(record: Y.Map<unknown>): { readonly archivedAt?: string } {
  const archivedAt = readString(record, 'archivedAt');
  return archivedAt ? { archivedAt } : {};
}

/** Plain fields that this version does not know. */
export function readUnknown(record: Y.Map<unknown>, known: readonly string[]): { readonly unknown?: UnknownFields } {
  const unknown: { [field: string]: Json } = {};
  for (const [field, value] of record.entries()) {
    if (!known.includes(field) && !(value instanceof Y.AbstractType) && isJson(value)) unknown[field] = value;
  }
  return Object.keys(unknown).length > 0 ? { unknown } : {};
}
