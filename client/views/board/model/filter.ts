import { type Activity, isLive } from '../../../../shared/board/board.ts';
import { type Id, isId } from '../../../../shared/board/ids.ts';
import { searchTextOf, searchWords } from './searchText.ts';

/** What someone looks for on the board. It stands in the address, so that it can be shared and survives a reload. */
export interface BoardFilter {
  /** Owner, lead or involved: any of these organisations. Empty: all. */
  readonly organisationIds: readonly Id[];
  readonly text: string;
}

export const NO_FILTER: BoardFilter = { organisationIds: [], text: '' };

const ORGANISATION = 'organisatie';
const TEXT = 'zoek';

/** Reads the filter from an address's query, with or without its question mark. */
export function parseFilter(search: string): BoardFilter {
  const query = new URLSearchParams(search);
  const organisationIds = (query.get(ORGANISATION) ?? '').split(',').filter(isId);
  return { organisationIds: [...new Set(organisationIds)], text: query.get(TEXT) ?? '' };
}

/** The query with this filter in it; what else stands there is kept. Empty, or starting with a question mark. */
export function withFilter(search: string, filter: BoardFilter): string {
  const query = new URLSearchParams(search);
  if (filter.organisationIds.length > 0) query.set(ORGANISATION, filter.organisationIds.join(','));
  else query.delete(ORGANISATION);
  if (filter.text.trim() === '') query.delete(TEXT);
  else query.set(TEXT, filter.text);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

export function isFiltering(filter: BoardFilter): boolean {
  return filter.organisationIds.length > 0 || filter.text.trim() !== '';
}

/** True when the organisation owns the card, directs it or is involved. */
function takesPart(activity: Activity, organisationId: Id): boolean {
  return (
    activity.owner === organisationId ||
    activity.lead === organisationId ||
    activity.involvements.some((found) => isLive(found) && found.organisationId === organisationId)
  );
}

/** A test for cards; undefined when nothing is filtered. */
export function cardTest(filter: BoardFilter): ((activity: Activity) => boolean) | undefined {
  if (!isFiltering(filter)) return undefined;
  const words = searchWords(filter.text);
  const { organisationIds } = filter;
  return (activity) => {
    if (organisationIds.length > 0 && !organisationIds.some((id) => takesPart(activity, id))) return false;
    if (words.length === 0) return true;
    const text = searchTextOf(activity);
    return words.every((word) => text.includes(word));
  };
}
