import type { Id } from '../board/ids.ts';
import type { Participant } from './documentAccess.ts';
import type { Mode } from './roles.ts';

export const TRANSFER_KINDS = ['handOver', 'merge', 'split', 'undo'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const TRANSFER_STATES = ['open', 'declined', 'withdrawn', 'done'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** Why activities cannot be handed over, merged or split now. */
export const TRANSFER_REFUSALS = [
  'movedMeanwhile',
  'inTrash',
  'notOnBoard',
  'sameOrganisation',
  'alreadyAsked',
  'alreadyDecided',
  'targetTaken',
  'textTooLong',
  'cannotUndo',
  'tooManyOpen',
] as const;
export type TransferRefusal = (typeof TRANSFER_REFUSALS)[number];

/** True for who may take part in handing over, merging and splitting at all (`docs/board-spec.md`, X8). */
export function mayTransfer({ role }: Participant, mode: Mode | 'closed'): boolean {
  if (mode === 'closed') return false;
  return role === 'facilitator' || (role === 'member' && mode !== 'locked');
}

/**
 * Which organisations have to accept before it is done; undefined for who may not ask. A facilitator acts at once.
 * @param concerned the organisations whose document it touches
 * @param askers those of them that may ask
 */
export function awaitedFor(
  participant: Participant,
  mode: Mode | 'closed',
  concerned: readonly Id[],
  askers: readonly Id[] = concerned,
): Id[] | undefined {
  if (!mayTransfer(participant, mode)) return undefined;
  if (participant.role === 'facilitator') return [];
  const { organisationId } = participant;
  if (!askers.includes(organisationId)) return undefined;
  return [...new Set(concerned)].filter((id) => id !== organisationId);
}

/** True for who may accept or decline: a member of an organisation that is waited for, or a facilitator. */
export function mayDecide(participant: Participant, mode: Mode | 'closed', awaits: readonly Id[]): boolean {
  if (!mayTransfer(participant, mode)) return false;
  return participant.role === 'facilitator' || awaits.includes(participant.organisationId);
}

/** True for who may withdraw a request: the organisation that asked, or a facilitator. */
export function mayWithdraw(participant: Participant, mode: Mode | 'closed', askedFor: Id): boolean {
  if (!mayTransfer(participant, mode)) return false;
  return participant.role === 'facilitator' || participant.organisationId === askedFor;
}
