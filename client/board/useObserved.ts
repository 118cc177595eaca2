import { useRef, useSyncExternalStore } from 'react';
import type { Observable } from './observable.ts';

/**
 * Follows a part of something that can be watched: the component renders again only when that part differs.
 * @param isEqual what counts as the same; the earlier value is then kept
 */
export function useObserved<T, Part>(
  source: Observable<T>,
  select: (value: T) => Part,
  isEqual: (a: Part, b: Part) => boolean = Object.is,
): Part {
  const last = useRef<{ readonly part: Part } | undefined>(undefined);
  return useSyncExternalStore(source.subscribe, () => {
    const part = select(source.get());
    if (last.current && isEqual(last.current.part, part)) return last.current.part;
    last.current = { part };
    return part;
  });
}
