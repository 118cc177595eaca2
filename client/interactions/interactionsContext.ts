import { createContext, useContext } from 'react';
import type { DragSession } from './dragSession.ts';
import type { RovingCard } from './rovingCard.ts';
import type { CardKeys } from './useCardKeys.ts';

/** What the cards and lists of one board share to be moved. */
export interface Interactions {
  readonly session: DragSession;
  readonly roving: RovingCard;
  /** Carries out the move that is under way. */
  readonly drop: () => void;
  readonly onCardKey: CardKeys;
  /** Id of the element that says which keys there are. */
  readonly instructionsId: string;
}

export const InteractionsContext = createContext<Interactions | undefined>(undefined);

export function useInteractions(): Interactions {
  const interactions = useContext(InteractionsContext);
  if (!interactions) throw new Error('useInteractions stands outside BoardInteractions');
  return interactions;
}
