import { useObserved } from '../board/useObserved.ts';
import type { Zone } from './dropTarget.ts';
import { useInteractions } from './interactionsContext.ts';

export interface ZoneState {
  readonly zoneProps: { readonly 'data-drop-zone': Zone };
  /** Something would land in it. */
  readonly isOver: boolean;
  /** It would land after the last. */
  readonly isAtEnd: boolean;
}

/** What a list shows of a move that is under way. */
export function useZone(zone: Zone): ZoneState {
  const { drag } = useInteractions().session;
  const isOver = useObserved(drag, (now) => now?.target?.zone === zone);
  const isAtEnd = useObserved(drag, (now) => now?.target?.zone === zone && now.target.beforeId === undefined);
  return { zoneProps: { 'data-drop-zone': zone }, isOver, isAtEnd };
}
