import type { Observable } from './observable.ts';
import type { SaveState } from './saveState.ts';

/**
 * Makes the browser ask before the page closes while something is not on the server's disk. The listener stands there
 * only then: a page that always has one is never kept in the browser's memory.
 */
export function warnBeforeLeaving(saved: Observable<SaveState>): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  const follow = (): void => {
    if (saved.get().waiting > 0) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  };
  const unsubscribe = saved.subscribe(follow);
  return () => {
    unsubscribe();
    window.removeEventListener('beforeunload', ask);
  };
}
