import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';

/** The one place where `announce` is read out; stands in the page from the start, or readers would miss the first. */
export function LiveRegion() {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');

  useEffect(
    () =>
      onAnnounce((message, politeness) => {
        // A message that repeats must differ from the last one, or nothing is read out.
        const set = politeness === 'assertive' ? setAssertive : setPolite;
        set((last) => (last === message ? `${message}\u00a0` : message));
      }),
    [],
  );

  return (
    <>
      <div className="ob-visually-hidden" role="status">
        {polite}
      </div>
      <div className="ob-visually-hidden" role="alert">
        {assertive}
      </div>
    </>
  );
}
