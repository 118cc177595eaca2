import { useCallback, useSyncExternalStore } from 'react';

/** True while the media query holds. */
function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** A phone shows one column at a time. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 719.98px)');
