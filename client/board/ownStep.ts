import * as Y from 'yjs';
import { type DocumentRef, documentKey } from '../../shared/board/documentRef.ts';
import { invert, type Patch } from '../../shared/commands/command.ts';
import { holdsOthersWork } from '../../shared/doc/othersWork.ts';
import type { OwnWrites } from '../../shared/doc/ownWrites.ts';
import { takesOff, type UndoStep } from './undoStack.ts';

/** The way back from patches that were just written. */
export function stepAfter(doc: Y.Doc, document: DocumentRef, patches: readonly Patch[]): UndoStep {
  const inverse = invert(patches);
  // Only where it is needed: in an old document a state vector is tens of kilobytes.
  return takesOff(inverse) ? { document, inverse, seen: Y.encodeStateVector(doc) } : { document, inverse };
}

/**
 * What may be written of a step (`docs/board-spec.md`, U1): the fields that nobody else wrote since, and no trash for a
 * record in which others worked since.
 */
export function stillMine(step: UndoStep, doc: Y.Doc, own: OwnWrites): Patch[] {
  const key = documentKey(step.document);
  return step.inverse.flatMap((patch) => {
    const { collection, id } = patch;
    if (step.seen && takesOff([patch]) && holdsOthersWork(doc, collection, id, step.seen)) return [];
    const fields = Object.keys(patch.after).filter((field) => own.isMine(key, doc, collection, id, field));
    if (fields.length === 0) return [];
    return [{ ...patch, after: Object.fromEntries(fields.map((field) => [field, patch.after[field]])) }];
  });
}
