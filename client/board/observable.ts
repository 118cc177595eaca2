/** A value that tells its readers when it changes; the shape that `useSyncExternalStore` wants. */
export interface Observable<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Settable<T> extends Observable<T> {
  /** Sets the value; readers hear of it only when it differs. */
  readonly set: (value: T) => void;
}

/** Makes a value that can be watched. */
export function observable<T>(initial: T, isEqual: (a: T, b: T) => boolean = Object.is): Settable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (isEqual(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
