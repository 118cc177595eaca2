import { account } from './en/account.ts';
import { activity } from './en/activity.ts';
import { admin } from './en/admin.ts';
import { audit } from './en/audit.ts';
import { board } from './en/board.ts';
import { boardLater } from './en/boardLater.ts';
import { boardRules } from './en/boardRules.ts';
import { boards } from './en/boards.ts';
import { close } from './en/close.ts';
import { common } from './en/common.ts';
import { connections } from './en/connections.ts';
import { devices } from './en/devices.ts';
import { drafts } from './en/drafts.ts';
import { editor } from './en/editor.ts';
import { guests } from './en/guests.ts';
import { invitation } from './en/invitation.ts';
import { invitations } from './en/invitations.ts';
import { late } from './en/late.ts';
import { move } from './en/move.ts';
import { outcome } from './en/outcome.ts';
import { people } from './en/people.ts';
import { planTexts } from './en/planTexts.ts';
import { problem } from './en/problem.ts';
import { refusal } from './en/refusal.ts';
import { rights } from './en/rights.ts';
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
  admin,
  audit,
  board,
  boardLater,
  boardRules,
  boards,
  close,
  common,
  connections,
  devices,
  drafts,
  editor,
  guests,
  invitation,
  invitations,
  move,
  late,
  outcome,
  people,
  planTexts,
  problem,
  refusal,
  rights,
  setAside,
  signIn,
  status,
  trash,
} satisfies Texts<typeof nl>;
