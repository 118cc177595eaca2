import { CLOSE, DENIED } from '../../shared/protocol/live.ts';
import type { SlotState } from './documentSlot.ts';

/** Why a board does not come back by itself; keys of `close.*` in the texts. */
export type EndReason = 'signed-out' | 'no-access' | 'newer-server' | 'older-server' | 'too-many-documents';

export type BoardStatus =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready' }
  /** What stands on the screen stays, to read. */
  | { readonly phase: 'ended'; readonly reason: EndReason };

/** The board's status after a change; once shown it does not go back to loading. */
export function nextStatus(status: BoardStatus, slots: readonly SlotState[]): BoardStatus {
  if (status.phase !== 'loading') return status;
  return slots.length > 0 && slots.every((state) => state !== 'opening') ? { phase: 'ready' } : status;
}

/** What a closed socket asks for. */
export type AfterClose =
  | { readonly kind: 'end'; readonly reason: EndReason }
  /** The last edits are not taken: set them aside and start from the server's state. */
  | { readonly kind: 'setAside'; readonly reason: 'malformed' | 'too-large' }
  /** Connect again after a pause between these, in milliseconds. */
  | { readonly kind: 'reconnect'; readonly pause: readonly [number, number] };

export function afterClose(code: number | undefined): AfterClose {
  switch (code) {
    case CLOSE.signedOut.code:
      return { kind: 'end', reason: 'signed-out' };
    case CLOSE.noAccess.code:
      return { kind: 'end', reason: 'no-access' };
    case CLOSE.malformed.code:
      return { kind: 'setAside', reason: 'malformed' };
    // What is beyond the size of a message is closed by the socket itself.
    case 1009:
    case CLOSE.tooLarge.code:
      return { kind: 'setAside', reason: 'too-large' };
    case CLOSE.tooMany.code:
      return { kind: 'reconnect', pause: [5_000, 15_000] };
    case CLOSE.storeUnavailable.code:
      return { kind: 'reconnect', pause: [1_000, 3_000] };
    case CLOSE.restarting.code:
      return { kind: 'reconnect', pause: [300, 1_500] };
    default:
      return { kind: 'reconnect', pause: [200, 500] };
  }
}

/** What a denied document asks for. */
export type AfterDenied = { readonly kind: 'end'; readonly reason: EndReason } | { readonly kind: 'refetch' };

export function afterDenied(reason: string, isFrame: boolean): AfterDenied {
  if (reason === DENIED.newerServer || reason === DENIED.olderServer || reason === DENIED.tooManyDocuments)
    return { kind: 'end', reason };
  if (reason === DENIED.olderGeneration || !isFrame) return { kind: 'refetch' };
  return { kind: 'end', reason: 'no-access' };
}
