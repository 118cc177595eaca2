import type { Id } from '../../shared/board/ids.ts';
import { cardZone } from './dropTarget.ts';
import { useZone, type ZoneState } from './useZone.ts';

/** The area around the cards at an outcome; without an outcome it only takes part in the arrow keys' round. */
export function useCardZone(outcomeId: Id | undefined): ZoneState {
  return useZone(cardZone(outcomeId));
}
