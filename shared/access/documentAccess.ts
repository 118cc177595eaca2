import type { DocumentRef } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import type { Mode, Role } from './roles.ts';

export type DocumentAccess = 'write' | 'read' | 'none';

export interface Participant {
  readonly role: Role;
  /** The organisation for which this person is on the board. */
  readonly organisationId: Id;
  /** In by a code, without an account: nobody knows whether they are of this organisation (V6). */
  readonly isGuest?: true;
}

/**
 * What one person may do with one document of a board (`docs/board-spec.md`, A1 to A5).
 * The server decides by this alone; the browser asks it to explain beforehand.
 * @param participant undefined for someone who is not on the board
 * @param mode `closed` for a board that was closed: read only for everyone
 */
export function documentAccess(
  participant: Participant | undefined,
  ref: DocumentRef,
  mode: Mode | 'closed',
): DocumentAccess {
  if (!participant) return 'none';
  if (mode === 'closed') return 'read';
  if (participant.role === 'facilitator') return 'write';
  if (participant.role !== 'member' || mode === 'locked') return 'read';
  if (mode === 'open') return 'write';
  return ref.kind === 'party' && ref.organisationId === participant.organisationId ? 'write' : 'read';
}
