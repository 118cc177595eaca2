import './BoardBar.css';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardIndex } from '../../../board/boardHooks.ts';
import { useBoardStatus } from '../../../board/statusHooks.ts';
import { announce } from '../../../ui/announce.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { isFiltering, NO_FILTER } from '../model/filter.ts';
import { withoutResults } from '../model/progress.ts';
import { useBoardTotals, useBoardView, useViewState } from '../viewContext.ts';
import { OrganisationFilter } from './OrganisationFilter.tsx';
import { ViewMenu } from './ViewMenu.tsx';

/** Below the top bar: looking for cards, what that leaves, and how the board is shown. */
export function BoardBar() {
  const { t } = useTranslation('board');
  const { store } = useBoardView();
  const filter = useViewState((state) => state.filter);
  const [text, setText] = useState(filter.text);
  const deferred = useDeferredValue(text);

  useEffect(() => {
    const { filter: current } = store.get();
    if (current.text !== deferred) store.set({ filter: { ...current, text: deferred } });
  }, [store, deferred]);

  // Cleared elsewhere: the field follows.
  useEffect(
    () =>
      store.subscribe(() => {
        if (store.get().filter === NO_FILTER) setText('');
      }),
    [store],
  );

  return (
    <search className="ob-board-bar">
      <SearchField label={t('search')} value={text} onChange={setText} />
      <OrganisationFilter />
      {isFiltering(filter) && <Chip onClick={() => store.set({ filter: NO_FILTER })}>{t('clearFilter')}</Chip>}
      <Counts />
      <ViewMenu />
    </search>
  );
}

/** "12 van 51 activiteiten": each card once, read out when a filter changes it. */
function Counts() {
  const { t } = useTranslation('board');
  const { cards, shown } = useBoardTotals();
  const isOn = useViewState((state) => isFiltering(state.filter));
  const blank = useBoardIndex(withoutResults);
  const words = isOn ? t('shownOf', { shown, count: cards }) : t('activities', { count: cards });
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => announce(words), 600);
    return () => clearTimeout(timer);
  }, [isOn, words]);
  const { phase } = useBoardStatus();
  return (
    <p className="ob-board-bar__counts">
      {phase !== 'loading' && <span>{words}</span>}
      {phase !== 'loading' && !isOn && blank > 0 && (
        <span className="ob-board-bar__blank"> · {t('withoutResults', { count: blank })}</span>
      )}
    </p>
  );
}
