import { ArrowRight, Lock, Pencil, Share2, Trash2, Unlink, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { documentOf } from '../../../../shared/board/documentRef.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { useActivity, useBoardIndex, useOrganisation, useTree } from '../../../board/boardHooks.ts';
import { useMe, useRefusalText, useWriteRefusal } from '../../../board/rightsHooks.ts';
import type { MenuEntry } from '../../../ui/menu.ts';
import { MenuAt } from '../MenuAt.tsx';
import { outcomeLabel } from '../model/outcomeLabel.ts';
import { useBoardView, useViewState } from '../viewContext.ts';
import type { CardMenuState } from '../viewState.ts';
import { outcomeEntries } from './moveEntries.ts';
import { useCardActions } from './useCardActions.ts';

/** The one menu that all cards share. */
export function CardMenu() {
  const menu = useViewState((state) => state.cardMenu);
  return menu ? <OpenCardMenu key={`${menu.kind}:${menu.activityId}`} menu={menu} /> : null;
}

function OpenCardMenu({ menu }: { menu: CardMenuState }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const activity = useActivity(menu.activityId);
  const entries = useEntries(menu);
  if (!activity) return null;
  const label = {
    actions: t('cardMenu', { title: activity.title }),
    move: t('moveTitle', { title: activity.title }),
    contribute: t('contributeTitle', { title: activity.title }),
  }[menu.kind];
  return (
    <MenuAt
      trigger={menu.trigger}
      label={label}
      entries={entries}
      titled={menu.kind !== 'actions'}
      onClose={() => store.get().cardMenu === menu && store.set({ cardMenu: undefined })}
    />
  );
}

function useEntries(menu: CardMenuState): MenuEntry[] {
  const { t } = useTranslation(['board', 'drafts']);
  const { store, openCard } = useBoardView();
  const { activityId, outcomeId, trigger } = menu;
  const activity = useActivity(activityId);
  const owner = useOrganisation(activity?.owner);
  const tree = useTree();
  const shown = useBoardIndex((index) => index.appearancesOf.get(activityId));
  const refusal = useWriteRefusal(documentOf(activity ?? { owner: '' }));
  const refusalText = useRefusalText();
  const { mayArchive } = useMe();
  const { move, contribute, archive } = useCardActions();
  if (!activity || !shown) return [];
  const homeId = shown[0]?.outcomeId;
  const isHome = outcomeId === homeId;
  const served = new Set(shown.flatMap((place) => (place.home || !place.outcomeId ? [] : [place.outcomeId])));

  if (menu.kind === 'move') {
    return outcomeEntries(tree, t('ownPlace'), (id) => ({
      ...(id === outcomeId && { disabled: true, current: true, hint: t('standsHere') }),
      ...(!isHome && id === homeId && { disabled: true, hint: t('isHome') }),
      onAction: () => move(activityId, outcomeId, id),
    }));
  }
  if (menu.kind === 'contribute') {
    return outcomeEntries(tree, t('ownPlace'), (id: Id) => ({
      ...(id === homeId && { disabled: true, current: true, hint: t('isHome') }),
      ...(served.has(id) && { current: true, hint: t('contributes') }),
      onAction: () => contribute(activityId, id, outcomeLabel(tree, id), !served.has(id)),
    }));
  }
  const open: MenuEntry = { id: 'open', label: t('open'), icon: Pencil, onAction: () => openCard(activityId) };
  if (refusal !== undefined) {
    const why = refusalText({ code: refusal, ...(owner && { organisationName: owner.name }) });
    return [open, 'separator', { id: 'why', label: t('cannotChange'), hint: why, icon: Lock, disabled: true }];
  }
  // Where nothing can hover there is seldom a keyboard.
  const hasKeys = window.matchMedia('(any-hover: hover)').matches;
  const into = (kind: CardMenuState['kind']) => () => store.set({ cardMenu: { ...menu, kind } });
  return [
    open,
    {
      id: 'move',
      label: t('moveTo'),
      ...(hasKeys && { hint: t('moveKey') }),
      icon: ArrowRight,
      onAction: into('move'),
    },
    { id: 'contribute', label: t('contributeTo'), icon: Waypoints, onAction: into('contribute') },
    // The card says what others will see, and asks.
    ...(activity.draft
      ? [{ id: 'share', label: t('drafts:shareTo'), icon: Share2, onAction: () => openCard(activityId) }]
      : []),
    ...(outcomeId !== undefined && !isHome
      ? [
          {
            id: 'unlink',
            label: t('unlinkHere', { label: outcomeLabel(tree, outcomeId) }),
            icon: Unlink,
            onAction: () => contribute(activityId, outcomeId, outcomeLabel(tree, outcomeId), false),
          },
        ]
      : []),
    'separator',
    {
      id: 'archive',
      label: t('toTrash'),
      icon: Trash2,
      ...(mayArchive ? { danger: true } : { disabled: true, hint: refusalText({ code: 'archiveNotAllowed' }) }),
      onAction: () => archive(activityId, activity.title, trigger),
    },
  ];
}
