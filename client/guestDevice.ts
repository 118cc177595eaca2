/** What this device knows of someone who took part as a guest, to claim later what they wrote. */
export interface KeptGuest {
  readonly token: string;
  readonly boardTitle: string;
  readonly name: string;
  readonly organisation: string;
}

const KEPT = 'guestClaims';
/** The board on which this browser is a guest now. */
const HERE = 'guestHere';
const MOST = 20;

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    // Without storage a guest takes part all the same, and claims nothing.
    return undefined;
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

function isKept(value: unknown): value is KeptGuest {
  if (typeof value !== 'object' || value === null) return false;
  return ['token', 'boardTitle', 'name', 'organisation'].every((key) => typeof Reflect.get(value, key) === 'string');
}

/** The guests that someone was on this device, newest last. */
export function keptGuests(): readonly KeptGuest[] {
  try {
    const found: unknown = JSON.parse(read(KEPT) ?? '[]');
    return Array.isArray(found) ? found.filter(isKept).slice(-MOST) : [];
  } catch {
    return [];
  }
}

export function keepGuest(guest: KeptGuest): void {
  write(KEPT, JSON.stringify([...keptGuests(), guest].slice(-MOST)));
}

/** Lets go of guests whose writing was claimed, or who were someone else. */
export function forgetGuests(): void {
  write(KEPT, undefined);
}

/** The board on which this browser was last a guest, until it is told that this is over. */
export function guestHere(): string | undefined {
  return read(HERE);
}

export function setGuestHere(boardId: string | undefined): void {
  write(HERE, boardId);
}
