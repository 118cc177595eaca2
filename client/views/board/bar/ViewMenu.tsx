import {
  ChevronsDownUp,
  ChevronsUpDown,
  Columns3,
  FileText,
  Keyboard,
  LayoutGrid,
  Rows3,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLiveBoard } from '../../../board/liveBoardContext.ts';
import { paths } from '../../../paths.ts';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../../ui/menu.ts';
import { useIsPhone } from '../useMediaQuery.ts';
import { useBoardView, useViewState } from '../viewContext.ts';

/** How the board is shown: everything on one screen, folded up, one outcome; and the trash and the keys. */
export function ViewMenu() {
  const { t } = useTranslation('board');
  const [, navigate] = useLocation();
  const live = useLiveBoard();
  const { boardId, store } = useBoardView();
  const fitted = useViewState((state) => state.fitted);
  const focusId = useViewState((state) => state.focusId);
  const isPhone = useIsPhone();

  const sections = () => live.store.get().tree.columns.flatMap((column) => column.sections.map((s) => s.outcome.id));
  const columns = () => live.store.get().tree.columns.map((column) => column.outcome.id);
  const fold: MenuEntry[] = [
    {
      id: 'collapseSections',
      label: t('collapseSections'),
      icon: Rows3,
      onAction: () => store.toggle('collapsed', sections(), true),
    },
    ...(isPhone
      ? []
      : [
          {
            id: 'collapseColumns',
            label: t('collapseColumns'),
            icon: ChevronsDownUp,
            onAction: () => store.toggle('collapsed', columns(), true),
          },
        ]),
    {
      id: 'expandAll',
      label: t('expandAll'),
      icon: ChevronsUpDown,
      onAction: () => store.toggle('collapsed', [...columns(), ...sections()], false),
    },
  ];
  const whole: MenuEntry[] = isPhone
    ? []
    : [
        {
          id: 'fit',
          label: t(fitted ? 'fitOff' : 'fit'),
          hint: t('fitHint'),
          icon: LayoutGrid,
          current: fitted,
          onAction: () => store.set({ fitted: !fitted, focusId: undefined }),
        },
        ...(focusId === undefined
          ? []
          : [
              {
                id: 'all',
                label: t('showAllColumns'),
                icon: Columns3,
                onAction: () => store.set({ focusId: undefined }),
              },
            ]),
        'separator',
      ];
  return (
    <MenuButton
      label={t('viewMenu')}
      icon={SlidersHorizontal}
      size="sm"
      items={[
        ...whole,
        ...fold,
        'separator',
        {
          id: 'planTexts',
          label: t('planTexts'),
          icon: FileText,
          onAction: () => navigate(paths.planTexts(boardId) + window.location.search),
        },
        {
          id: 'trash',
          label: t('trash'),
          icon: Trash2,
          onAction: () => navigate(paths.trash(boardId) + window.location.search),
        },
        ...(isPhone
          ? []
          : [
              {
                id: 'keys',
                label: t('keys'),
                hint: '?',
                icon: Keyboard,
                onAction: () => store.set({ isHelpOpen: true }),
              },
            ]),
      ]}
      {...(!isPhone && { children: t('viewMenu') })}
    />
  );
}
