import { useCallback, useSyncExternalStore } from 'react';

type LiveTextModule = typeof import('./LiveText.tsx');
type Loading = 'idle' | 'loading' | 'failed' | LiveTextModule;

let state: Loading = 'idle';
const listeners = new Set<() => void>();

function become(next: Loading): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Fetches the editor's chunk, once; after a failure it may be asked again. */
export function loadLiveText(): void {
  if (state === 'loading' || typeof state === 'object') return;
  become('loading');
  import('./LiveText.tsx').then(become, () => become('failed'));
}

/** The editor when it has come, or how far it is. */
export function useLiveText(): Loading {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return useSyncExternalStore(subscribe, () => state);
}
