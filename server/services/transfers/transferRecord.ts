import type { ActivityTextField } from '../../../shared/board/board.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { TransferRow } from '../../db/transfers.ts';

/** An activity with the organisation that owned it when it was asked. */
export interface Concerned {
  readonly id: Id;
  readonly owner: Id;
}

export interface SplitDetails {
  readonly title?: string;
  readonly texts?: readonly ActivityTextField[];
}

/** The parts of a row that are stored as JSON; this product wrote them. */
export function activitiesOf(row: Pick<TransferRow, 'activities'>): readonly Concerned[] {
  return JSON.parse(row.activities);
}

export function awaitsOf(row: Pick<TransferRow, 'awaits'>): readonly Id[] {
  return JSON.parse(row.awaits);
}

export function detailsOf(row: Pick<TransferRow, 'details'>): SplitDetails {
  return JSON.parse(row.details);
}
