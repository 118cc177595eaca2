import { account } from './en/account.ts';
import { activity } from './en/activity.ts';
import { board } from './en/board.ts';
import { boardLater } from './en/boardLater.ts';
import { boards } from './en/boards.ts';
import { close } from './en/close.ts';
import { common } from './en/common.ts';
import { connections } from './en/connections.ts';
import { editor } from './en/editor.ts';
import { guests } from './en/guests.ts';
import { invitation } from './en/invitation.ts';
import { move } from './en/move.ts';
import { outcome } from './en/outcome.ts';
import { people } from './en/people.ts';
import { planTexts } from './en/planTexts.ts';
import { problem } from './en/problem.ts';
import { refusal } from './en/refusal.ts';
import { setAside } from './en/setAside.ts';
import { signIn } from './en/signIn.ts';
import { status } from './en/status.ts';
import { trash } from './en/trash.ts';
import type { nl } from './nl.ts';
import type { Texts } from './texts.ts';

/** English; fetched when someone chooses it. */
export const en = {
  account,
  activity,
  board,
  boardLater,
  boards,
  close,
  common,
  connections,
  editor,
  guests,
  invitation,
  move,
  outcome,
  people,
  planTexts,
  problem,
  refusal,
  setAside,
  signIn,
  status,
  trash,
} satisfies Texts<typeof nl>;
