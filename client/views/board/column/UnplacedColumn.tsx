import './Column.css';
import { useTranslation } from 'react-i18next';
import { useUnplaced } from '../../../board/boardHooks.ts';
import { useCardZone } from '../../../interactions/useCardZone.ts';
import { CardList } from '../card/CardList.tsx';
import { UNPLACED } from '../model/boardModel.ts';
import { OutcomeCount } from './OutcomeCount.tsx';

/** "Nog zonder opbrengst": the cards that have no live outcome. It is there only when it holds some. */
export function UnplacedColumn() {
  const { t } = useTranslation('board');
  const unplaced = useUnplaced();
  const { zoneProps } = useCardZone(undefined);
  if (unplaced.length === 0) return null;
  return (
    <li {...zoneProps} className="ob-column ob-column--unplaced" aria-labelledby="outcome-unplaced" data-focus-around>
      <header className="ob-column__head">
        <div className="ob-column__name">
          <h2 className="ob-column__title" id="outcome-unplaced">
            {t('unplaced')}
          </h2>
        </div>
        <div className="ob-column__tools">
          <OutcomeCount outcomeId={UNPLACED} />
        </div>
        <p className="ob-column__hint">{t('unplacedHint')}</p>
      </header>
      <div className="ob-column__body">
        <CardList outcomeId={UNPLACED} columnId={UNPLACED} level="h3" label={t('unplaced')} isDropEnd={false} />
      </div>
    </li>
  );
}
