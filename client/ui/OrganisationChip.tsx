import './OrganisationChip.css';
import { organisationColour } from './organisationColour.ts';

export interface OrganisationLook {
  readonly code: string;
  readonly name: string;
  readonly colour: number;
}

/** The small coloured code of an organisation; its name goes with it for who does not know the code. */
export function OrganisationCode({ code, name, colour }: OrganisationLook) {
  return (
    <abbr className="ob-organisation-code" data-organisation-colour={organisationColour(colour)} title={name}>
      {code}
    </abbr>
  );
}

/** An organisation as a colour and a code and a name; a long name ends in an ellipsis. */
export function OrganisationChip({ code, name, colour }: OrganisationLook) {
  return (
    <span className="ob-organisation" data-organisation-colour={organisationColour(colour)} title={name}>
      <span className="ob-organisation-code" aria-hidden="true">
        {code}
      </span>
      <span className="ob-organisation__name">{name}</span>
    </span>
  );
}
