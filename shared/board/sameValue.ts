/** Deep equality of plain data. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && isSameValue(value, right.get(key)))
  );
}

/** The earlier value where nothing changed, so that its identity stays; else the newer one. */
export function keepSame<T>(before: T | undefined, now: T): T {
  return before !== undefined && isSameValue(before, now) ? before : now;
}
