import { useEffect } from 'react';

/**
 * Keeps the height that an on-screen keyboard takes in `--ob-keyboard`, so that the panel ends above it. Where the
 * browser makes the window itself smaller it is 0.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const root = document.documentElement;
    const measure = (): void => {
      // Zoomed in by pinching, the visible part is smaller without any keyboard.
      const hidden = viewport.scale > 1.05 ? 0 : window.innerHeight - viewport.height - viewport.offsetTop;
      root.style.setProperty('--ob-keyboard', `${Math.max(0, Math.round(hidden))}px`);
    };
    measure();
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
      root.style.removeProperty('--ob-keyboard');
    };
  }, []);
}
