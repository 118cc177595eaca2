/** Every address of the product; nothing else writes one by hand. */
export const paths = {
  boards: () => '/borden',
  newBoard: () => '/borden/nieuw',
  board: (boardId: string) => `/bord/${boardId}`,
  card: (boardId: string, activityId: string) => `/bord/${boardId}/kaart/${activityId}`,
  outcome: (boardId: string, outcomeId: string) => `/bord/${boardId}/opbrengst/${outcomeId}`,
  planTexts: (boardId: string) => `/bord/${boardId}/teksten`,
  people: (boardId: string) => `/bord/${boardId}/mensen`,
  guests: (boardId: string) => `/bord/${boardId}/gasten`,
  trash: (boardId: string) => `/bord/${boardId}/prullenbak`,
  log: (boardId: string) => `/bord/${boardId}/logboek`,
  rights: (boardId: string) => `/bord/${boardId}/rechten`,
  boardName: (boardId: string) => `/bord/${boardId}/naam`,
  planYears: (boardId: string) => `/bord/${boardId}/jaren`,
  account: () => '/account',
  admin: (page = '') => (page === '' ? '/beheer' : `/beheer/${page}`),
  /** @param code absent: it is asked */
  join: (code?: string) => (code === undefined ? '/meedoen' : `/meedoen/${code}`),
  guestOver: () => '/meedoen/voorbij',
  /** @param returnTo address to go to after signing in */
  signIn: (returnTo?: string) =>
    returnTo === undefined || returnTo === '/' ? '/aanmelden' : `/aanmelden?naar=${encodeURIComponent(returnTo)}`,
} as const;

/** Where to go after signing in; only ever an address of this product. */
export function returnAddress(search: string): string {
  const wanted = new URLSearchParams(search).get('naar') ?? '';
  // A browser leaves out tabs and line breaks, after which two slashes may be left.
  return /^\/(?![/\\])[^\t\n\r]*$/.test(wanted) ? wanted : paths.boards();
}
