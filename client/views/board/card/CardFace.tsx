import { Users } from 'lucide-react';
import { type ComponentProps, Suspense } from 'react';
import { screen } from '../../../screen.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { OrganisationChip } from '../../../ui/OrganisationChip.tsx';
import { organisationColour } from '../../../ui/organisationColour.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { type CardView, involvedCount } from '../model/cardView.ts';
import { useBoardView } from '../viewContext.ts';
import { CardPlaces } from './CardPlaces.tsx';
import { ResultDots } from './ResultDots.tsx';

const DraftTag = screen(
  () => import('./DraftTag.tsx'),
  (m) => m.DraftTag,
);

export interface CardFaceProps {
  readonly view: CardView;
  readonly level: 'h3' | 'h4';
  /** For the title's link, the one thing on the card that takes focus. */
  readonly linkProps: ComponentProps<'a'>;
}

/** What stands on a card: title, whose it is, where else it is shown, who takes part, and its results at a glance. */
export function CardFace({ view, level: Heading, linkProps }: CardFaceProps) {
  const { t } = useBoardView();
  const { activity, owner, elsewhere, years } = view;
  const involved = involvedCount(activity);
  return (
    <>
      <span
        className="ob-card__bar"
        data-organisation-colour={organisationColour(owner?.colour ?? 0)}
        aria-hidden="true"
      />
      <Heading className="ob-card__title">
        <a {...linkProps} className="ob-card__link">
          {activity.title}
        </a>
      </Heading>
      {elsewhere.length > 0 && <CardPlaces elsewhere={elsewhere} />}
      <div className="ob-card__foot">
        {owner && <OrganisationChip code={owner.code} name={owner.name} colour={owner.colour} />}
        {involved > 0 && (
          <span className="ob-card__involved" title={t('involved', { count: involved })}>
            <Icon of={Users} size={14} />
            <span aria-hidden="true">{involved}</span>
            <VisuallyHidden>{t('involved', { count: involved })}</VisuallyHidden>
          </span>
        )}
        {activity.draft && (
          <Suspense>
            <DraftTag owner={owner?.name} />
          </Suspense>
        )}
        <ResultDots activity={activity} years={years} />
      </div>
    </>
  );
}
