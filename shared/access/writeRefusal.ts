import type { DocumentRef } from '../board/documentRef.ts';
import type { BoardSettings } from './boardSettings.ts';
import { documentAccess, type Participant } from './documentAccess.ts';
import type { Mode } from './roles.ts';

/** Why a person may not write a document; part of the refusal codes of commands. */
export type WriteRefusal = 'notYours' | 'boardLocked' | 'readOnly' | 'facilitatorsOnly';

/** The reason to tell someone who may not write this document now; undefined when they may. */
export function writeRefusal(
  participant: Participant,
  ref: DocumentRef,
  mode: Mode | 'closed',
  settings: BoardSettings,
): WriteRefusal | undefined {
  if (documentAccess(participant, ref, mode, settings) === 'write') return undefined;
  if (ref.kind === 'draft' && ref.organisationId !== participant.organisationId) return 'notYours';
  if (mode === 'closed' || participant.role !== 'member' || ref.kind === 'draft') return 'readOnly';
  if (mode === 'locked') return 'boardLocked';
  return ref.kind === 'frame' ? 'facilitatorsOnly' : 'notYours';
}
