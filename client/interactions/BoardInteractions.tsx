import './interactions.css';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idsIn } from './boardDom.ts';
import { CarryingBar } from './CarryingBar.tsx';
import { dragSession } from './dragSession.ts';
import { isWhereItStands, itemId, moveTo } from './dropTarget.ts';
import { type Interactions, InteractionsContext } from './interactionsContext.ts';
import { rovingCard } from './rovingCard.ts';
import { holdPageStill } from './touchDrag.ts';
import { type CardKeys, useCardKeys } from './useCardKeys.ts';
import { useMoveCard } from './useMoveCard.ts';
import { useMoveOutcome } from './useMoveOutcome.ts';
import { useUndoKeys } from './useUndoKeys.ts';
import { withMouseDrag } from './withMouseDrag.ts';

/** Makes everything inside it movable by mouse, touch and keys; each way ends in the same command. */
export function BoardInteractions({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('move');
  const instructionsId = useId();
  const [session] = useState(dragSession);
  const [roving] = useState(rovingCard);
  const moveCard = useMoveCard();
  const moveOutcome = useMoveOutcome();
  const onCardKey = useCardKeys(session);
  useUndoKeys();

  function carryOut(): void {
    const drag = session.stop();
    if (!drag?.target) return;
    const isStill = isWhereItStands(idsIn(drag.target.zone), drag.target, itemId(drag.source));
    const move = isStill ? undefined : moveTo(drag.source, drag.target);
    if (move?.kind === 'activity') moveCard(move.args);
    if (move?.kind === 'outcome') moveOutcome(move.args);
  }

  // The cards get functions that stay the same, so that none of them renders again because of this component.
  const newest = useRef({ carryOut, onCardKey });
  useEffect(() => {
    newest.current = { carryOut, onCardKey };
  });
  const interactions = useMemo((): Interactions => {
    const drop = (): void => newest.current.carryOut();
    const onKey: CardKeys = (...args) => newest.current.onCardKey(...args);
    return { session, roving, drop, onCardKey: onKey, instructionsId };
  }, [session, roving, instructionsId]);

  useEffect(() => {
    const stopMouse = withMouseDrag(({ followMouseDrags }) => followMouseDrags(session, interactions.drop));
    const stopTouch = holdPageStill(session);
    return () => {
      stopMouse();
      stopTouch();
    };
  }, [session, interactions]);

  return (
    <InteractionsContext value={interactions}>
      {children}
      <CarryingBar drag={session.drag} />
      <span id={instructionsId} hidden>
        {t('instructions')}
      </span>
    </InteractionsContext>
  );
}
