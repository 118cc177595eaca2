/** Runs when a menu has closed and given focus back: two frames later the page stands still. */
export function afterMenu(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

/**
 * Where focus goes when the element's card leaves the board: the next card, else the one before, else what stands
 * around the list. Ask before the card goes; call what it returns afterwards.
 */
export function focusBeside(element: HTMLElement): () => void {
  const slot = element.closest('.ob-card-slot');
  const beside = (slot?.nextElementSibling ?? slot?.previousElementSibling)?.querySelector<HTMLElement>(
    '[data-card-focus]',
  );
  const around = slot
    ?.closest('[data-focus-around]')
    ?.querySelector<HTMLElement>('[data-outcome-menu], [data-focus-fallback]');
  return () => (beside?.isConnected ? beside : around)?.focus();
}
