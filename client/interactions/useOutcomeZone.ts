import type { Id } from '../../shared/board/ids.ts';
import { useZone, type ZoneState } from './useZone.ts';

/** The row of columns, or the sections of a column. */
export function useOutcomeZone(zone: 'columns' | `sections:${Id}`): ZoneState {
  return useZone(zone);
}
