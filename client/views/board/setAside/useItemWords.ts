import { useTranslation } from 'react-i18next';
import { useLiveBoard } from '../../../board/liveBoardContext.ts';
import type { SetAsideItem } from '../../../board/setAside.ts';
import { type ItemWords, itemWords } from './itemWords.ts';

/** Says set-aside changes in the reader's language. */
export function useItemWords(): (item: SetAsideItem) => ItemWords {
  const { t } = useTranslation(['setAside', 'activity', 'editor', 'outcome', 'planTexts']);
  const live = useLiveBoard();
  return (item) => itemWords(t, item, (id) => live.store.latest().organisations.get(id)?.name ?? '');
}
