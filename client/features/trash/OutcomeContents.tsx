import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardIndex } from '../../../shared/board/boardIndex.ts';
import { homeIn } from '../../../shared/board/boardIndex.ts';
import { type ReturningCard, returningCount, type TrashContents } from '../../../shared/board/trashContents.ts';
import { useBoardIndex } from '../../board/boardHooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useOutcomeLabel } from './useOutcomeLabel.ts';

/** "2 onderdelen en 5 activiteiten"; undefined when nothing comes back. */
export function useContentsInWords(): (contents: TrashContents) => string | undefined {
  const { t } = useTranslation('trash');
  return (contents) => {
    const cards = returningCount(contents);
    const sections = contents.sections.length;
    const [first, second] = [
      ...(sections > 0 ? [t('sectionCount', { count: sections })] : []),
      ...(cards > 0 ? [t('cardCount', { count: cards })] : []),
    ];
    return first !== undefined && second !== undefined ? t('and', { first, second }) : first;
  };
}

/** What stood in an outcome and comes back with it: counted, and listed when asked for. */
export function OutcomeContents({ contents }: { contents: TrashContents }) {
  const { t } = useTranslation('trash');
  const words = useContentsInWords()(contents);
  if (words === undefined) return <p className="ob-trash__nothing">{t('nothingInIt')}</p>;
  return (
    <details className="ob-trash__contents">
      <summary>
        <Icon of={ChevronRight} size={15} />
        {t('contents', { contents: words })}
      </summary>
      <Cards cards={contents.cards} />
      {contents.sections.map(({ outcome, cards }) => (
        <div key={outcome.id}>
          <h4 className="ob-trash__section">
            {outcome.title}
            {cards.length === 0 && <span> · {t('emptySection')}</span>}
          </h4>
          <Cards cards={cards} />
        </div>
      ))}
    </details>
  );
}

function Cards({ cards }: { cards: readonly ReturningCard[] }) {
  if (cards.length === 0) return null;
  return (
    <ul className="ob-trash__cards">
      {cards.map((card) => (
        <Card key={card.activity.id} {...card} />
      ))}
    </ul>
  );
}

/** A card, and where it is as long as this outcome is in the trash. */
function Card({ activity, home }: ReturningCard) {
  const { t } = useTranslation('trash');
  const labelOf = useOutcomeLabel();
  const now = useBoardIndex((index: BoardIndex) => homeIn(index, activity.id));
  const where = now === undefined ? t('nowUnplaced') : t(home ? 'nowAt' : 'furtherAt', { label: labelOf(now) });
  return (
    <li>
      {activity.title} <span>{where}</span>
    </li>
  );
}
