import { activity } from './nl/activity.ts';
import { admin } from './nl/admin.ts';
import { audit } from './nl/audit.ts';
import { boardLater } from './nl/boardLater.ts';
import { boardRules } from './nl/boardRules.ts';
import { boards } from './nl/boards.ts';
import { connections } from './nl/connections.ts';
import { devices } from './nl/devices.ts';
import { drafts } from './nl/drafts.ts';
import { editor } from './nl/editor.ts';
import { guests } from './nl/guests.ts';
import { invitation } from './nl/invitation.ts';
import { invitations } from './nl/invitations.ts';
import { late } from './nl/late.ts';
import { outcome } from './nl/outcome.ts';
import { people } from './nl/people.ts';
import { planTexts } from './nl/planTexts.ts';
import { rights } from './nl/rights.ts';
import { setAside } from './nl/setAside.ts';
import { signIn } from './nl/signIn.ts';
import { trash } from './nl/trash.ts';

/** What the panels and the screens around the board say: fetched beside the first load. */
export const nlLater = {
  activity,
  admin,
  audit,
  boardLater,
  boardRules,
  boards,
  connections,
  devices,
  drafts,
  editor,
  guests,
  invitation,
  invitations,
  late,
  outcome,
  people,
  planTexts,
  rights,
  setAside,
  signIn,
  trash,
} as const;
