import './PresenceBadge.css';
import type { OrganisationLook } from './OrganisationChip.tsx';
import { organisationColour } from './organisationColour.ts';

/** A round badge for someone who is here; `name` says who, with the organisation. */
export function PresenceBadge({ code, name, colour }: OrganisationLook) {
  return (
    <span
      className="ob-presence"
      data-organisation-colour={organisationColour(colour)}
      role="img"
      aria-label={name}
      title={name}
    >
      {code}
    </span>
  );
}
