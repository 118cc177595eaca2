import './BoardSketch.css';
import { organisationColour } from './organisationColour.ts';
import { sketchColumns } from './sketchColumns.ts';

export interface BoardSketchProps {
  readonly columns: number;
  readonly sections: number;
  readonly activities: number;
  readonly organisations: number;
}

/** A miniature of a board with these numbers: as many columns and sections, a bar for each card. Only to look at. */
export function BoardSketch(props: BoardSketchProps) {
  const columns = sketchColumns(props);
  return (
    <div className="ob-sketch" aria-hidden="true">
      {columns.map((sections, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing without identity
        <div key={index} className="ob-sketch__column">
          {sections.map((cards, section) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing without identity
            <div key={section} className="ob-sketch__section">
              {cards.map((colour, card) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: a drawing without identity
                  key={card}
                  className="ob-sketch__card"
                  data-organisation-colour={organisationColour(colour)}
                />
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
