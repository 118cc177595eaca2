import { type Id, isId } from '../../../../shared/board/ids.ts';
import { type BoardFilter, parseFilter, withFilter } from './filter.ts';

/** The part of the view that stands in the address, so that it can be shared and put on a big screen. */
export interface ViewAddress {
  readonly filter: BoardFilter;
  /** The one column that is shown. */
  readonly focusId: Id | undefined;
  /** Everything on one screen. */
  readonly fitted: boolean;
}

const FOCUS = 'opbrengst';
const VIEW = 'weergave';
const FITTED = 'passend';

/** Reads the view from an address's query. */
export function parseViewAddress(search: string): ViewAddress {
  const query = new URLSearchParams(search);
  const focus = query.get(FOCUS);
  return {
    filter: parseFilter(search),
    focusId: isId(focus) ? focus : undefined,
    fitted: query.get(VIEW) === FITTED,
  };
}

/** The query with this view in it; what else stands there is kept. Empty, or starting with a question mark. */
export function withViewAddress(search: string, { filter, focusId, fitted }: ViewAddress): string {
  const query = new URLSearchParams(withFilter(search, filter));
  if (focusId === undefined) query.delete(FOCUS);
  else query.set(FOCUS, focusId);
  if (fitted) query.set(VIEW, FITTED);
  else query.delete(VIEW);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
