import type { Id } from '../../shared/board/ids.ts';
import type { LateEdit } from '../../shared/board/lateText.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import { plainText } from '../../shared/board/richText.ts';
import { type RefusalCode, refuse } from '../../shared/commands/command.ts';
import { dealWithLate } from '../../shared/commands/dealWithLate.ts';
import { COMMAND } from '../../shared/doc/applyPatches.ts';
import { readFragment, writeFragment } from '../../shared/doc/richTextFragment.ts';
import type { LiveBoard } from './liveBoard.ts';

export type TakeResult = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode };

/**
 * Puts what came late for a card where it belongs: a title becomes the card's, words go after what stands in their field
 * (`docs/board-spec.md`, X5). Nobody's words are written over.
 */
export function takeLate(live: LiveBoard, activityId: Id, late: LateEdit): TakeResult {
  const { mark } = late;
  if (late.kind === 'title') return live.commands.run(dealWithLate, { activityId, mark, how: 'taken' });
  const held = live.fragment({ kind: 'activity', id: activityId, field: late.field });
  if (!held) return refuse('unknownRecord');
  if (held.refusal !== undefined) return refuse(held.refusal);
  if (plainText([...readFragment(held.fragment), ...late.text]).length > LIMITS.text) return refuse('textTooLong');
  const done = live.commands.run(dealWithLate, { activityId, mark, how: 'taken' });
  if (done.ok) held.doc.transact(() => writeFragment(held.fragment, late.text), COMMAND);
  return done;
}
