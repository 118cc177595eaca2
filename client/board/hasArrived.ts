import * as Y from 'yjs';
import { missingText } from '../../shared/board/missingText.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import { fragmentName } from '../../shared/doc/layout.ts';
import { readFragment } from '../../shared/doc/richTextFragment.ts';
import type { SetAsideItem } from './setAside.ts';

/**
 * True when what was set aside stands in a document after all: it was under way on a connection that ended, and was let
 * in after the next one was refused. A change that only took words away is not recognised.
 */
export function hasArrived({ change, edit }: SetAsideItem, doc: Y.Doc): boolean {
  if (!edit) return false;
  if (edit.kind === 'text')
    return missingText(edit.text, readFragment(doc.getXmlFragment(fragmentName(edit.ref)))).length === 0;
  const record = doc.getMap(edit.collection).get(edit.id);
  if (!(record instanceof Y.Map)) return false;
  if (change === 'added') return true;
  const fields = edit.kind === 'field' ? { [edit.field]: edit.value } : edit.fields;
  return Object.entries(fields).every(([field, value]) => isSameValue(record.get(field), value));
}
