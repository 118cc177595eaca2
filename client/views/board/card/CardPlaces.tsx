import { GitBranch, House } from 'lucide-react';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { Elsewhere } from '../model/cardView.ts';
import { useBoardView } from '../viewContext.ts';

/** Where else the same card is shown: its home when this is a further outcome, and the other outcomes it serves. */
export function CardPlaces({ elsewhere }: { elsewhere: readonly Elsewhere[] }) {
  const { t } = useBoardView();
  const home = elsewhere.find((place) => place.home);
  const further = elsewhere.filter((place) => !place.home).map(({ label }) => label);
  const homeLabel = home?.outcomeId === undefined ? t('unplaced') : home.label;
  const [only = ''] = further;
  return (
    <>
      {home && (
        <p className="ob-card__places" title={`${t('homeAt')} ${homeLabel}`}>
          <Icon of={House} size={14} />
          <span>
            {t('homeAt')} <b>{homeLabel}</b>
          </span>
        </p>
      )}
      {further.length > 0 && (
        <p className="ob-card__places" title={`${t('alsoAt')} ${further.join('\n')}`}>
          <Icon of={GitBranch} size={14} />
          {further.length === 1 ? (
            <span>
              {t('alsoAt')} <b>{only}</b>
            </span>
          ) : (
            <>
              {/* Several titles do not fit: their numbers do. */}
              <span aria-hidden="true">
                {t('alsoAt')} <b>{further.map((label) => label.split(' ', 1)[0]).join(', ')}</b>
              </span>
              <VisuallyHidden>
                {t('alsoAt')} {further.join(', ')}
              </VisuallyHidden>
            </>
          )}
        </p>
      )}
    </>
  );
}
