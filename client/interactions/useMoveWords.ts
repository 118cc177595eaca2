import { useTranslation } from 'react-i18next';
import type { Id } from '../../shared/board/ids.ts';
import type { RefusalCode } from '../../shared/commands/command.ts';
import { useLiveBoard } from '../board/liveBoardContext.ts';
import { useRefusalText } from '../board/rightsHooks.ts';
import { announce } from '../ui/announce.ts';
import { readLayout } from './boardDom.ts';
import { type DropTarget, outcomeOf } from './dropTarget.ts';
import { positionOf } from './keySpots.ts';

/** What is read out while something is moved. */
export interface MoveWords {
  readonly pickedUp: (activityId: Id) => void;
  readonly over: (target: DropTarget, activityId: Id) => void;
  readonly moved: (activityId: Id, toId: Id) => void;
  readonly outcomeMoved: (outcomeId: Id) => void;
  readonly cancelled: () => void;
  readonly unchanged: () => void;
  readonly refused: (code: RefusalCode, organisationId: Id | undefined) => void;
}

export function useMoveWords(): MoveWords {
  const { t } = useTranslation('move');
  const live = useLiveBoard();
  const refusalText = useRefusalText();

  const outcomeWords = (id: Id | undefined): string => {
    const { board, tree } = live.store.get();
    const title = id === undefined ? '' : (board.outcomes.get(id)?.title ?? '');
    const number = id === undefined ? undefined : tree.numberOf.get(id);
    return number === undefined ? title : `${number} ${title}`;
  };
  const cardTitle = (id: Id): string => live.store.get().board.activities.get(id)?.title ?? '';

  return {
    pickedUp: (id) => announce(t('pickedUp', { title: cardTitle(id) })),
    over: (target, id) => {
      const spot = positionOf(readLayout(), target, id);
      announce(t('over', { outcome: outcomeWords(outcomeOf(target.zone)), ...spot }));
    },
    moved: (id, toId) => {
      const cards = live.store.get().cardsAt.get(toId) ?? [];
      const position = cards.findIndex((card) => card.activityId === id) + 1;
      announce(t('moved', { title: cardTitle(id), outcome: outcomeWords(toId), position, total: cards.length }));
    },
    outcomeMoved: (id) => {
      const { board, tree } = live.store.get();
      const column = tree.columnOf.get(id);
      const isColumn = column?.outcome.id === id;
      const siblings = isColumn ? tree.columns : (column?.sections ?? []);
      const position = siblings.findIndex(({ outcome }) => outcome.id === id) + 1;
      announce(t('outcomeMoved', { title: board.outcomes.get(id)?.title ?? '', position, total: siblings.length }));
    },
    cancelled: () => announce(t('cancelled')),
    unchanged: () => announce(t('unchanged')),
    refused: (code, organisationId) => {
      const name = organisationId && live.store.get().board.organisations.get(organisationId)?.name;
      announce(refusalText({ code, ...(name ? { organisationName: name } : {}) }), 'assertive');
    },
  };
}
