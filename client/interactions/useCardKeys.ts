import type { KeyboardEvent } from 'react';
import { idsIn, readLayout } from './boardDom.ts';
import type { DragSession } from './dragSession.ts';
import { type DropTarget, isWhereItStands, outcomeOf } from './dropTarget.ts';
import { focusSpot } from './focusCard.ts';
import { isArrowKey, nextCard, nextTarget, type Spot, targetOf } from './keySpots.ts';
import { useMoveCard } from './useMoveCard.ts';
import { useMoveWords } from './useMoveWords.ts';

/** Handles a key on the focused showing of a card. */
export type CardKeys = (event: KeyboardEvent, spot: Spot, isFixed: boolean) => void;

/**
 * Keys on a card: arrows go to another card; Space picks up, arrows then choose a spot and Space or Enter puts down;
 * Ctrl with an arrow moves at once. Enter without a card in hand opens it and is left to the card itself.
 */
export function useCardKeys(session: DragSession): CardKeys {
  const move = useMoveCard();
  const words = useMoveWords();

  function put(spot: Spot, target: DropTarget | undefined): void {
    const toId = target && outcomeOf(target.zone);
    if (!target || toId === undefined) {
      words.cancelled();
      return;
    }
    const ids = idsIn(target.zone);
    if (target.zone === spot.zone && isWhereItStands(ids, target, spot.activityId)) {
      words.unchanged();
      return;
    }
    const { activityId } = spot;
    const result = move({ activityId, fromId: outcomeOf(spot.zone), toId, beforeId: target.beforeId });
    focusSpot(result.ok ? { zone: target.zone, activityId } : spot);
  }

  function pickUp(spot: Spot): void {
    const { zone, activityId } = spot;
    session.start({ kind: 'card', activityId, outcomeId: outcomeOf(zone) }, 'keys', targetOf(readLayout(), spot));
    words.pickedUp(activityId);
  }

  function inHand(event: KeyboardEvent, spot: Spot): boolean {
    if (event.key === 'Escape' || event.key === 'Tab') {
      session.stop();
      words.cancelled();
      return event.key === 'Escape';
    }
    if (event.key === ' ' || event.key === 'Enter') {
      put(spot, session.stop()?.target);
      return true;
    }
    if (!isArrowKey(event.key)) return false;
    const target = nextTarget(readLayout(), spot, session.drag.get()?.target, event.key);
    if (target) {
      session.over(target);
      words.over(target, spot.activityId);
    }
    return true;
  }

  function onHand(event: KeyboardEvent, spot: Spot, isFixed: boolean): boolean {
    if (event.key === ' ' && !isFixed) {
      pickUp(spot);
      return true;
    }
    if (!isArrowKey(event.key) || event.altKey || event.shiftKey) return false;
    const layout = readLayout();
    if (event.ctrlKey || event.metaKey) {
      if (isFixed) return false;
      const target = nextTarget(layout, spot, targetOf(layout, spot), event.key);
      if (target) put(spot, target);
      return true;
    }
    const next = nextCard(layout, spot, event.key);
    if (next) focusSpot(next);
    return true;
  }

  return (event, spot, isFixed) => {
    // A button or field inside the card has its own keys.
    if (event.target !== event.currentTarget) return;
    const drag = session.drag.get();
    const isInHand = drag?.by === 'keys' && drag.source.kind === 'card' && drag.source.activityId === spot.activityId;
    const isDone = isInHand ? inHand(event, spot) : onHand(event, spot, isFixed);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
