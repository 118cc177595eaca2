import type { DocumentRef } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import type { Actor } from './boardActions.ts';
import type { BoardSettings } from './boardSettings.ts';
import type { Mode } from './roles.ts';

export type DocumentAccess = 'write' | 'read' | 'none';

export interface Participant extends Actor {
  /** The organisation for which this person is on the board. */
  readonly organisationId: Id;
  /** That organisation let this person see its drafts (`docs/board-spec.md`, W2). */
  readonly seesDrafts?: boolean;
}

/**
 * What one person may do with one document of a board (`docs/board-spec.md`, A1 to A5, N2, W1 and W2).
 * The server decides by this alone; the browser asks it to explain beforehand.
 * @param participant undefined for someone who is not on the board
 * @param mode `closed` for a board that was closed: read only for everyone
 */
export function documentAccess(
  participant: Participant | undefined,
  ref: DocumentRef,
  mode: Mode | 'closed',
  settings: BoardSettings,
): DocumentAccess {
  if (!participant) return 'none';
  const { role, organisationId, seesDrafts } = participant;
  // Before everything else, facilitators included: a draft is not the board.
  if (ref.kind === 'draft') {
    if (seesDrafts !== true || ref.organisationId !== organisationId) return 'none';
    return mode !== 'closed' && (role === 'facilitator' || role === 'member') ? 'write' : 'read';
  }
  if (mode === 'closed') return 'read';
  if (role === 'facilitator') return 'write';
  if (role !== 'member' || mode === 'locked') return 'read';
  if (mode === 'open' && (ref.kind !== 'frame' || settings.changeOutcomes === 'members')) return 'write';
  return ref.kind === 'party' && ref.organisationId === organisationId ? 'write' : 'read';
}
