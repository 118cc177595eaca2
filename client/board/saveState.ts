export type Connection = 'connecting' | 'online' | 'offline';

export interface SaveState {
  readonly state: 'saved' | 'saving' | 'offline' | 'failed';
  /** Changes that are not on the server's disk yet. */
  readonly waiting: number;
}

export interface SaveFacts {
  readonly connection: Connection;
  readonly waiting: number;
  /** The server said that its store fails. */
  readonly storeDown: boolean;
  /** Changes that the server refused and that the person has not looked after. */
  readonly setAside: number;
  /** The board will not come back by itself: signed out, no access, another version. */
  readonly ended: boolean;
}

/** What may truthfully be said about the person's changes. */
export function saveState(facts: SaveFacts): SaveState {
  const { waiting } = facts;
  if (facts.setAside > 0) return { state: 'failed', waiting: waiting + facts.setAside };
  if (facts.storeDown || (facts.ended && waiting > 0)) return { state: 'failed', waiting };
  if (facts.connection === 'offline') return { state: 'offline', waiting };
  return { state: waiting > 0 ? 'saving' : 'saved', waiting };
}

export function isSameSaveState(a: SaveState, b: SaveState): boolean {
  return a.state === b.state && a.waiting === b.waiting;
}
