import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import type { ReactNode } from 'react';
import { beforeAll } from 'vitest';
import { render } from 'vitest-browser-react';
import { laterTexts, startI18n } from '../../../client/i18n.ts';
import { LiveRegion } from '../../../client/ui/LiveRegion.tsx';
import { ToastRegion } from '../../../client/ui/ToastRegion.tsx';

/** Call once in a test file that renders the kit: its own words come from the texts. */
export function loadTexts(): void {
  beforeAll(async () => {
    localStorage.clear();
    await startI18n();
    await laterTexts();
  });
}

/** Renders with what `App` puts around everything. */
export function renderInPage(content: ReactNode) {
  return render(
    <>
      <button type="button">voor</button>
      {content}
      <button type="button">na</button>
      <ToastRegion />
      <LiveRegion />
    </>,
  );
}
