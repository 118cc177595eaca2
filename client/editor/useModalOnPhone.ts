import { type RefObject, useEffect } from 'react';

const PHONE = '(max-width: 719px)';

/** What stays reachable beside the panel: messages and what is read out. */
const ALWAYS = '[aria-live], [role="status"], [role="alert"], script, style';

function others(element: Element): Element[] {
  const found: Element[] = [];
  for (let inside: Element = element; inside.parentElement && inside !== document.body; inside = inside.parentElement) {
    for (const sibling of inside.parentElement.children) {
      const isMessage = sibling.matches(ALWAYS) || sibling.querySelector(':scope > [aria-live]') !== null;
      if (sibling !== inside && !isMessage && !sibling.hasAttribute('inert')) found.push(sibling);
    }
  }
  return found;
}

/** On a phone the panel covers the board: the board is then out of reach for the keyboard and for screen readers too. */
export function useModalOnPhone(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const panel = inside.current?.closest('.ob-side-panel');
    if (!panel) return;
    const phone = window.matchMedia(PHONE);
    let covered: Element[] = [];
    const apply = (): void => {
      for (const element of covered) element.removeAttribute('inert');
      covered = phone.matches ? others(panel) : [];
      for (const element of covered) element.setAttribute('inert', '');
    };
    apply();
    phone.addEventListener('change', apply);
    return () => {
      phone.removeEventListener('change', apply);
      for (const element of covered) element.removeAttribute('inert');
    };
  }, [inside]);
}
