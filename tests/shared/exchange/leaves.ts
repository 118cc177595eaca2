import type { Board } from '../../../shared/board/board.ts';

/** The scalars of plain data, for tests that no word of a source gets lost. */

export type Scalar = string | number | boolean;
export type Path = readonly (string | number)[];
export interface Leaf {
  readonly path: Path;
  readonly value: Scalar;
}

export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ path, value }];
  if (value instanceof Map) return [...value].flatMap(([key, item]) => leavesOf(item, [...path, key]));
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

/** A copy with every scalar changed by `change`. */
export function changed(value: unknown, change: (leaf: Leaf) => Scalar, path: Path = []): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return change({ path, value });
  }
  if (Array.isArray(value)) return value.map((item, index) => changed(item, change, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, unknown] => [key, changed(item, change, [...path, key])]),
  );
}

/** Last name in the path: indexes of lists do not count. */
export function fieldName(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string'));
}

/** Words of the source that the board says in its own way. */
const TRANSLATED: { readonly [word: string]: string } = {
  'to-be-determined': 'toBeDetermined',
  'not-applicable': 'notApplicable',
  'awaiting-subsidy': 'awaitingSubsidy',
  'carries-out': 'carriesOut',
  'in-consultation': 'inConsultation',
};

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}

/** Each object with an id, with everything inside it; objects with the same id together. */
function recordsById(value: unknown, found = new Map<string, Scalar[]>()): Map<string, Scalar[]> {
  if (value instanceof Map || Array.isArray(value)) {
    for (const item of value.values()) recordsById(item, found);
    return found;
  }
  if (typeof value !== 'object' || value === null) return found;
  const id = idOf(value);
  if (id !== undefined) {
    found.set(id, [...(found.get(id) ?? []), ...leavesOf(value).map((leaf) => leaf.value)]);
  }
  for (const item of Object.values(value)) recordsById(item, found);
  return found;
}

/** The id of the innermost record of the source in which a leaf stands. */
function recordOf(source: unknown, path: Path): string | undefined {
  let here: unknown = source;
  let id: string | undefined;
  for (const step of path) {
    here = Array.isArray(here) ? here[Number(step)] : Object.entries(here as object).find(([key]) => key === step)?.[1];
    id = idOf(here) ?? id;
  }
  return id;
}

function isIn(values: readonly Scalar[], value: Scalar): boolean {
  if (typeof value !== 'string') return values.includes(value);
  const word = TRANSLATED[value] ?? value;
  return values.some((held) => held === value || held === word);
}

/**
 * The leaves of a plan file that its board says nowhere: neither in the record with the same id nor, for running text,
 * in a text field of the plan or of a column.
 */
export function missingLeaves(source: unknown, board: Board): Leaf[] {
  const records = recordsById(board);
  const texts = [board.plan.texts, ...[...board.outcomes.values()].map((outcome) => outcome.texts)];
  const running = texts.flatMap((text) => leavesOf(text).map((leaf) => leaf.value));
  const kept = leavesOf(board.plan.unknown ?? {}).map((leaf) => leaf.value);
  return leavesOf(source).filter(({ path, value }) => {
    const id = recordOf(source, path);
    if (id === undefined) return !isIn(kept, value);
    if (isIn(records.get(id) ?? [], value)) return false;
    return !running.some((text) => text === value || (fieldName(path) === 'heading' && `${text}`.endsWith(`${value}`)));
  });
}
