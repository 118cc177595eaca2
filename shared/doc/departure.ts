import type { Departure } from '../board/board.ts';
import { fingerprint } from '../board/fingerprint.ts';
import type { Id } from '../board/ids.ts';
import { sayings } from '../board/missingText.ts';
import { activityIn, recordIn } from './activityRecord.ts';
import type { Held } from './copyActivity.ts';

function nameOf(value: unknown): string {
  return fingerprint(typeof value === 'string' ? value : JSON.stringify(value));
}

/**
 * Leaves the mark that an activity went elsewhere, with fingerprints of what it holds now: what is read here later and
 * is not among them was written after it went (`docs/board-spec.md`, X1).
 */
export function leaveMark(
  { doc, owner }: Held,
  id: Id,
  mark: { readonly movedTo: string; readonly salt?: string } | { readonly mergedInto: Id },
  at: string,
): void {
  const record = recordIn(doc, 'activities', id);
  const activity = activityIn(doc, owner, id);
  if (!record || !activity) return;
  const own = [...record.entries()].filter(([field]) => field !== 'movedTo' && field !== 'mergedInto');
  const departure: Departure = {
    ...('movedTo' in mark ? { document: mark.movedTo } : { activityId: mark.mergedInto }),
    ...('salt' in mark && mark.salt !== undefined ? { salt: mark.salt } : {}),
    at,
    fields: Object.fromEntries(own.map(([field, value]) => [field, nameOf(value)])),
    texts: Object.fromEntries(
      Object.entries(activity.texts).map(([field, text]) => [
        field,
        sayings(text ?? [])
          .map(fingerprint)
          .join(' '),
      ]),
    ),
  };
  record.set('movedTo' in mark ? 'movedTo' : 'mergedInto', departure);
}
