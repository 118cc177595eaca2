import { isLive } from '../board/board.ts';
import { FRAME } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { compareOrder, keysFor } from '../board/order.ts';
import { type Command, refuse } from './command.ts';
import { changing, cleanTitle, making, refuseTitle, refuseWrite } from './guards.ts';

/** Adds an entry to one of the board's lists, such as `localities` (P4). */
export const addListEntry: Command<{ readonly list: string; readonly title: string }> = (board, args, context) => {
  const title = cleanTitle(args.title);
  const refusal = refuseWrite(context, FRAME) ?? refuseTitle(title);
  if (refusal) return refusal;
  const siblings = [...board.lists.values()]
    .filter((entry) => entry.list === args.list && isLive(entry))
    .sort(compareOrder);
  const [key = ''] = keysFor(siblings, undefined, 1, context.random);
  const id = context.newId();
  return {
    ok: true,
    document: FRAME,
    id,
    patches: [making('lists', id, { list: args.list, title, key }, context.now)],
  };
};

/** Renames an entry of a list, or puts it in the trash or back (P5). */
export const editListEntry: Command<{ readonly entryId: Id; readonly title?: string; readonly archived?: boolean }> = (
  board,
  args,
  context,
) => {
  const entry = board.lists.get(args.entryId);
  const title = args.title === undefined ? undefined : cleanTitle(args.title);
  const refusal = refuseWrite(context, FRAME) ?? (title === undefined ? undefined : refuseTitle(title));
  if (refusal || !entry) return refusal ?? refuse('unknownRecord');
  const after = {
    ...(title === undefined ? {} : { title }),
    ...(args.archived === undefined ? {} : { archivedAt: args.archived ? context.now : undefined }),
  };
  const patch = changing('lists', entry.id, { title: entry.title, archivedAt: entry.archivedAt }, after);
  return { ok: true, document: FRAME, id: entry.id, patches: [patch] };
};
