import type * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import { missingText } from '../../shared/board/missingText.ts';
import { plainText } from '../../shared/board/richText.ts';
import { type RefusalCode, refuse } from '../../shared/commands/command.ts';
import { reapply } from '../../shared/commands/reapply.ts';
import { COMMAND } from '../../shared/doc/applyPatches.ts';
import { fragmentName } from '../../shared/doc/layout.ts';
import { readFragment, writeFragment } from '../../shared/doc/richTextFragment.ts';
import type { CommandRunner } from './commandRunner.ts';
import type { SetAside, SetAsideEdit, SetAsideItem } from './setAside.ts';

export type ApplyResult = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode };

interface ApplySetting {
  readonly board: () => Board;
  readonly commands: CommandRunner;
  readonly writeRefusal: (ref: DocumentRef) => RefusalCode | undefined;
  readonly docOf: (ref: DocumentRef) => Y.Doc | undefined;
}

type TextEdit = Extract<SetAsideEdit, { kind: 'text' }>;

/** Adds the person's words that are missing after what stands there: nobody's words are written over. */
function applyText(setting: ApplySetting, document: DocumentRef, { ref, text }: TextEdit): ApplyResult {
  const code = setting.writeRefusal(document);
  if (code !== undefined) return refuse(code);
  const { activities, outcomes } = setting.board();
  const record = ref.kind === 'activity' ? activities.get(ref.id) : outcomes.get(ref.id);
  const doc = setting.docOf(document);
  if (!doc || (ref.kind !== 'plan' && !record)) return refuse('unknownRecord');
  if (record?.archivedAt !== undefined) return refuse('inTrash');
  const fragment = doc.getXmlFragment(fragmentName(ref));
  const there = readFragment(fragment);
  const missing = missingText(text, there);
  if (plainText([...there, ...missing]).length > LIMITS.text) return refuse('textTooLong');
  if (missing.length > 0) doc.transact(() => writeFragment(fragment, missing), COMMAND);
  return { ok: true };
}

/** Makes a change that was set aside after all, as the person's own edit of now. */
export function applySetAside(setting: ApplySetting, entry: SetAside, item: SetAsideItem): ApplyResult {
  const { edit } = item;
  if (!edit) return refuse('unknownRecord');
  if (edit.kind === 'text') return applyText(setting, entry.document, edit);
  return setting.commands.run(reapply, { entryId: item.id, document: entry.document, edit });
}
