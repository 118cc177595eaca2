import type { CloseReason } from './closeReason.ts';

/** Between what a program says on its socket and the Hocuspocus protocol, in which everything behind the gate speaks. */
export interface Dialect {
  /** Taken as the client's first message: its protocol has none to open a document with. */
  readonly opening: Uint8Array;
  /** Translates what came in; `nothing` for what need not go on. */
  readonly read: (message: Uint8Array) => Uint8Array | 'nothing' | 'malformed';
  /** Translates what goes out; undefined for what the program has no word for, or the reason to close it instead. */
  readonly write: (message: Uint8Array) => Uint8Array | CloseReason | undefined;
}
