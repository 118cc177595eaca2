import { activity } from './nl/activity.ts';
import { boardLater } from './nl/boardLater.ts';
import { boards } from './nl/boards.ts';
import { connections } from './nl/connections.ts';
import { editor } from './nl/editor.ts';
import { guests } from './nl/guests.ts';
import { invitation } from './nl/invitation.ts';
import { outcome } from './nl/outcome.ts';
import { people } from './nl/people.ts';
import { planTexts } from './nl/planTexts.ts';
import { setAside } from './nl/setAside.ts';
import { signIn } from './nl/signIn.ts';
import { trash } from './nl/trash.ts';

/** What the panels and the screens around the board say: fetched beside the first load. */
export const nlLater = {
  activity,
  boardLater,
  boards,
  connections,
  editor,
  guests,
  invitation,
  outcome,
  people,
  planTexts,
  setAside,
  signIn,
  trash,
} as const;
