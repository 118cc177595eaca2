import type * as Y from 'yjs';

/** How long after a refusal what was under way on an earlier connection may still come in. */
const LATE = 30_000;

/**
 * Of what was set aside some may have been under way on a connection that ended, and be let in after all: whoever is
 * told of it twice would not know what holds. Looks at a document for a while and says when something came.
 * @param missing ids of what is still not in it
 */
export function watchLateArrivals(
  doc: Y.Doc,
  missing: () => ReadonlySet<string>,
  onArrived: (missing: ReadonlySet<string>) => void,
): void {
  let size = missing().size;
  const look = (): void => {
    const now = missing();
    if (now.size >= size) return;
    size = now.size;
    onArrived(now);
    if (size === 0) stop();
  };
  const timer = setTimeout(() => stop(), LATE);
  const stop = (): void => {
    clearTimeout(timer);
    doc.off('update', look);
    doc.off('destroy', stop);
  };
  doc.on('update', look);
  doc.on('destroy', stop);
}
