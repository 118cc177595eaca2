import {
  CalendarRange,
  ChevronsDownUp,
  ChevronsUpDown,
  Columns3,
  FileText,
  Keyboard,
  LayoutGrid,
  PencilLine,
  Rows3,
  ScrollText,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Id } from '../../../../shared/board/ids.ts';
import { useLiveBoard } from '../../../board/liveBoardContext.ts';
import { useMe } from '../../../board/rightsHooks.ts';
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
  const { role, mode } = useMe();

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
  const go = (path: (id: Id) => string) => () => navigate(path(boardId) + window.location.search);
  const ofFacilitators: MenuEntry[] =
    role === 'facilitator' && mode !== 'closed'
      ? [
          { id: 'name', label: t('boardName'), icon: PencilLine, onAction: go(paths.boardName) },
          { id: 'years', label: t('planYears'), icon: CalendarRange, onAction: go(paths.planYears) },
        ]
      : [];
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
          onAction: go(paths.planTexts),
        },
        ...ofFacilitators,
        {
          id: 'trash',
          label: t('trash'),
          icon: Trash2,
          onAction: go(paths.trash),
        },
        ...(role === 'facilitator' ? [{ id: 'log', label: t('log'), icon: ScrollText, onAction: go(paths.log) }] : []),
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
