/** Identifier of a record: 1 to 64 characters of `A-Z a-z 0-9 _ -`. */
export type Id = string;

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** True when `value` may serve as a record's id. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && ID.test(value);
}

/** Id of a link or involvement: two ids joined by a colon, so that the same one made twice is one. */
export type PairId = `${Id}:${Id}`;

/** Joins two ids into the id of a link (`activity:outcome`) or involvement (`activity:organisation`). */
export function pairId(left: Id, right: Id): PairId {
  return `${left}:${right}`;
}

/** Splits a pair id; undefined when it is not one. */
export function splitPairId(value: string): readonly [Id, Id] | undefined {
  const [left, right, rest] = value.split(':');
  return isId(left) && isId(right) && rest === undefined ? [left, right] : undefined;
}
