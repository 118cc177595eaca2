import { useEffect } from 'react';
import type { ViewStore } from './viewState.ts';

const WRITING =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"]';

/** "/" goes to the search field and "?" shows the keys, except where one writes. */
export function useBoardPageKeys(store: ViewStore): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(WRITING)) return;
      if (event.key === '?') store.set({ isHelpOpen: true });
      else if (event.key === '/') document.querySelector<HTMLInputElement>('.ob-board-bar input')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
