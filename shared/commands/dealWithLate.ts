import { party } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { lateEdits } from '../board/lateText.ts';
import { type Command, type Patch, refuse } from './command.ts';
import { changing, refuseChange, refuseTitle } from './guards.ts';

export interface DealWithLate {
  readonly activityId: Id;
  /** The late edit's mark. */
  readonly mark: string;
  /** `left`: it is shown no more, and stays where it stands. */
  readonly how: 'taken' | 'left';
}

/**
 * Says that what came late for a card was taken or is left out; a title that is taken becomes the card's. The words of a
 * text are for the caller to add (`docs/board-spec.md`, X5).
 */
export const dealWithLate: Command<DealWithLate> = (board, { activityId, mark, how }, context) => {
  const activity = board.activities.get(activityId);
  const refusal = refuseChange(context, activity);
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  const late = lateEdits(board, activityId).find((edit) => edit.mark === mark);
  if (!late) return refuse('unknownRecord');
  const title = how === 'taken' && late.kind === 'title' ? late.title : undefined;
  const wrong = title === undefined ? undefined : refuseTitle(title);
  if (wrong) return wrong;
  const patches: Patch[] = [changing('activities', activityId, {}, { [mark]: how })];
  if (title !== undefined) {
    const before = { title: activity.title, titleDerived: activity.titleDerived };
    patches.push(changing('activities', activityId, before, { title, titleDerived: undefined }));
  }
  return { ok: true, document: party(activity.owner), id: activityId, patches };
};
