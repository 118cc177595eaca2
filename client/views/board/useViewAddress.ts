import { useEffect, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { withViewAddress } from './model/viewAddress.ts';
import type { ViewStore } from './viewState.ts';

/** How long typing goes on before the address follows: browsers refuse too many changes of it. */
const WRITE_AFTER = 250;

/** Keeps filter, focus and fitting in the address, whatever panel stands open. */
export function useViewAddress(store: ViewStore): void {
  const [location, navigate] = useLocation();
  const search = useSearch();
  const { filter, focusId, fitted } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    const wanted = withViewAddress(search, { filter, focusId, fitted });
    if (wanted === (search === '' ? '' : `?${search}`)) return;
    const timer = setTimeout(() => navigate(location + wanted, { replace: true }), WRITE_AFTER);
    return () => clearTimeout(timer);
  }, [location, navigate, search, filter, focusId, fitted]);
}
