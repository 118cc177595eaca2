import './PageShell.css';
import type { ReactNode } from 'react';
import { OfflineBanner } from './OfflineBanner.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useScreenFocus } from './useScreenFocus.ts';

/** Frame of a screen that is not the board: top bar, then the content in a readable width. */
export function PageShell({
  bar,
  children,
  width = 'md',
}: {
  bar: ReactNode;
  children: ReactNode;
  width?: 'sm' | 'md';
}) {
  const content = useScreenFocus<HTMLElement>();
  return (
    <>
      <SkipLink />
      {bar}
      <main ref={content} id="content" tabIndex={-1} className={`ob-page ob-page--${width}`}>
        <OfflineBanner />
        {children}
      </main>
    </>
  );
}
