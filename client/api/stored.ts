import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { BoardDetail, BoardSummary, Session } from '../../shared/protocol/api.ts';
import { problemCode } from './problem.ts';

/** What this device can answer in the server's place while that cannot be reached. */
export interface StoredAnswers {
  readonly session: () => Promise<Session | undefined>;
  readonly keepSession: (session: Session) => Promise<void>;
  /** The server knows nobody here: nothing is opened without it any more. What was not sent waits for its writer. */
  readonly endSession: () => void;
  readonly boards: () => Promise<{ readonly boards: BoardSummary[] } | undefined>;
  readonly board: (boardId: string) => Promise<BoardDetail | undefined>;
  readonly keepBoard: (detail: BoardDetail) => Promise<void>;
  readonly forgetBoard: (boardId: string) => Promise<void>;
  /** The number of this person's changes that are on this device only. */
  readonly unsent: () => Promise<number>;
  /** Deletes everything that is kept of the person who was signed in. */
  readonly wipe: () => Promise<void>;
}

/** `isStored`: it came from this device and may be old. */
export type MaybeStored<T> = T & { readonly isStored?: true };

/** How long the server may take where this device has an answer too, in milliseconds. */
const PATIENCE = 4_000;
/** How often the server is asked again while the screen shows what the device has. */
const AGAIN = 4_000;

let load: (() => Promise<StoredAnswers>) | undefined;

/** Says where this device's answers come from; they are loaded when they are first needed. */
export function provideStored(loading: () => Promise<StoredAnswers>): void {
  load = loading;
}

/** Does something with what this device keeps; without it, or when that fails, nothing is done. */
export async function withStored<T>(use: (stored: StoredAnswers) => Promise<T> | T): Promise<T | undefined> {
  try {
    return load && (await use(await load()));
  } catch {
    return undefined;
  }
}

/** For queries that this device can answer: they run without a network too, and ask again while it is the one that did. */
export const STORED_QUERY = {
  networkMode: 'always',
  refetchOnReconnect: true,
  refetchInterval: (query: { readonly state: { readonly data: unknown } }) =>
    isStored(query.state.data) ? AGAIN : false,
} as const;

function isStored(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'isStored') === true;
}

/**
 * The server's answer, or this device's when the server cannot be reached or is slow. An answer of the server that the
 * screen has already is never replaced by an older one from here.
 */
export async function askedOrStored<T extends object>(
  { client, queryKey }: { readonly client: QueryClient; readonly queryKey: QueryKey },
  ask: () => Promise<T>,
  find: (stored: StoredAnswers) => Promise<T | undefined>,
): Promise<MaybeStored<T>> {
  const known = client.getQueryData(queryKey);
  const asked = ask();
  if (known !== undefined && !isStored(known)) return asked;
  const stored = async (): Promise<MaybeStored<T> | undefined> => {
    const found = await withStored(find);
    return found && { ...found, isStored: true };
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), PATIENCE);
  });
  try {
    const first = await Promise.race([asked, slow]);
    return first === 'slow' ? ((await stored()) ?? (await asked)) : first;
  } catch (error) {
    const found = problemCode(error) === 'offline' ? await stored() : undefined;
    if (!found) throw error;
    return found;
  } finally {
    clearTimeout(timer);
    // When the device answered first, nobody hears of this failure any more.
    asked.catch(() => undefined);
  }
}
