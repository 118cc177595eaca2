import { activity } from './nl/activity.ts';
import { boards } from './nl/boards.ts';
import { connections } from './nl/connections.ts';
import { editor } from './nl/editor.ts';
import { invitation } from './nl/invitation.ts';
import { outcome } from './nl/outcome.ts';
import { people } from './nl/people.ts';
import { planTexts } from './nl/planTexts.ts';
import { signIn } from './nl/signIn.ts';

/** What the panels and the screens around the board say: fetched beside the first load. */
export const nlLater = {
  activity,
  boards,
  connections,
  editor,
  invitation,
  outcome,
  people,
  planTexts,
  signIn,
} as const;
