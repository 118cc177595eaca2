import { useTranslation } from 'react-i18next';
import { useOutcome } from '../../../board/boardHooks.ts';
import { MenuAt } from '../MenuAt.tsx';
import { useBoardView, useViewState } from '../viewContext.ts';
import type { OutcomeMenuState } from '../viewState.ts';
import { ArchiveOutcomeDialog } from './ArchiveOutcomeDialog.tsx';
import { useOutcomeEntries } from './useOutcomeEntries.ts';

/** The one menu that all columns and sections share, and the question before one goes to the trash. */
export function OutcomeMenu() {
  const menu = useViewState((state) => state.outcomeMenu);
  const archiving = useViewState((state) => state.archiving);
  return (
    <>
      {menu && <OpenOutcomeMenu key={`${menu.kind}:${menu.outcomeId}`} menu={menu} />}
      {archiving !== undefined && <ArchiveOutcomeDialog outcomeId={archiving} />}
    </>
  );
}

function OpenOutcomeMenu({ menu }: { menu: OutcomeMenuState }) {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const outcome = useOutcome(menu.outcomeId);
  const entries = useOutcomeEntries(menu);
  if (!outcome || entries.length === 0) return null;
  return (
    <MenuAt
      trigger={menu.trigger}
      label={t(menu.kind === 'nest' ? 'nestTitle' : 'outcomeMenu', { title: outcome.title })}
      entries={entries}
      titled={menu.kind === 'nest'}
      onClose={() => store.get().outcomeMenu === menu && store.set({ outcomeMenu: undefined })}
    />
  );
}
