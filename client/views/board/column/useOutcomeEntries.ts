import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsDownUp,
  Columns3,
  FileText,
  Focus,
  ListPlus,
  ListTree,
  Lock,
  Pencil,
  Plus,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { FRAME } from '../../../../shared/board/documentRef.ts';
import { useTree } from '../../../board/boardHooks.ts';
import { useMe, useRefusalText, useWriteRefusal } from '../../../board/rightsHooks.ts';
import { paths } from '../../../paths.ts';
import type { MenuEntry } from '../../../ui/menu.ts';
import { outcomeLabel } from '../model/outcomeLabel.ts';
import { outcomeMoves } from '../model/outcomeMoves.ts';
import { useBoardView, useViewState } from '../viewContext.ts';
import type { OutcomeMenuState } from '../viewState.ts';
import { useOutcomeActions } from './useOutcomeActions.ts';

/** What the menu of a column or section offers: how it is seen for everyone, changing it for who may. */
export function useOutcomeEntries(menu: OutcomeMenuState): MenuEntry[] {
  const { t } = useTranslation(['board', 'refusal']);
  const { store } = useBoardView();
  const tree = useTree();
  const refusal = useWriteRefusal(FRAME);
  const refusalText = useRefusalText();
  const actions = useOutcomeActions();
  const { boardId, mayArchive } = useMe();
  const [, navigate] = useLocation();
  const { outcomeId } = menu;
  const isCollapsed = useViewState((state) => state.collapsed.has(outcomeId));
  const isFocused = useViewState((state) => state.focusId === outcomeId);
  const moves = outcomeMoves(tree, outcomeId);
  if (!moves) return [];

  if (menu.kind === 'nest') {
    return moves.into.map((parentId) => ({
      id: parentId,
      label: outcomeLabel(tree, parentId),
      onAction: () => actions.move({ outcomeId, parentId }),
    }));
  }

  const seen: MenuEntry[] = [
    {
      id: 'texts',
      label: t('outcomeTexts'),
      icon: FileText,
      onAction: () => navigate(paths.outcome(boardId, outcomeId) + window.location.search),
    },
    {
      id: 'collapse',
      label: t(isCollapsed ? 'expand' : 'collapse'),
      icon: ChevronsDownUp,
      onAction: () => store.toggle('collapsed', [outcomeId]),
    },
  ];
  if (!moves.isSection) {
    seen.push({
      id: 'focus',
      label: t(isFocused ? 'showAllColumns' : 'showOnlyThis'),
      icon: isFocused ? Columns3 : Focus,
      onAction: () => store.set({ focusId: isFocused ? undefined : outcomeId }),
    });
  }
  if (refusal !== undefined) {
    const why = refusalText({ code: refusal });
    return [...seen, 'separator', { id: 'why', label: t('cannotChange'), hint: why, icon: Lock, disabled: true }];
  }

  const { back, forth, out } = moves;
  const place: MenuEntry[] = [
    {
      id: 'back',
      label: t(moves.isSection ? 'moveUp' : 'moveLeft'),
      icon: moves.isSection ? ArrowUp : ArrowLeft,
      disabled: !back,
      onAction: () => back && actions.move(back),
    },
    {
      id: 'forth',
      label: t(moves.isSection ? 'moveDown' : 'moveRight'),
      icon: moves.isSection ? ArrowDown : ArrowRight,
      disabled: !forth,
      onAction: () => forth && actions.move(forth),
    },
  ];
  if (out) place.push({ id: 'out', label: t('makeColumn'), icon: Columns3, onAction: () => actions.move(out) });
  if (moves.into.length > 0 || moves.hasSections) {
    place.push({
      id: 'nest',
      label: t(moves.isSection ? 'toOtherColumn' : 'makeSection'),
      icon: ListTree,
      disabled: moves.hasSections,
      ...(moves.hasSections && { hint: t('refusal:hasSections') }),
      onAction: () => store.set({ outcomeMenu: { ...menu, kind: 'nest' } }),
    });
  }
  const add: MenuEntry[] = moves.isSection
    ? []
    : [
        {
          id: 'addSection',
          label: t('addSection'),
          icon: ListPlus,
          onAction: () => store.set({ addingOutcome: { parentId: outcomeId } }),
        },
        {
          id: 'addColumn',
          label: t('addColumnAfter'),
          icon: Plus,
          onAction: () => store.set({ addingOutcome: { afterId: outcomeId } }),
        },
      ];
  return [
    { id: 'rename', label: t('rename'), icon: Pencil, onAction: () => store.set({ renaming: outcomeId }) },
    ...add,
    'separator',
    ...place,
    'separator',
    ...seen,
    'separator',
    {
      id: 'archive',
      label: t('toTrash'),
      icon: Trash2,
      ...(mayArchive ? { danger: true } : { disabled: true, hint: t('refusal:archiveNotAllowed') }),
      onAction: () => actions.askArchive(outcomeId),
    },
  ];
}
