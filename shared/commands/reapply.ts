import { type Board, INVOLVEMENT_ROLES, isLive, ORGANISATION_KINDS } from '../board/board.ts';
import type { DocumentRef } from '../board/documentRef.ts';
import { homeOf, liveLinks, siblingsAt } from '../board/home.ts';
import { type Id, isId, splitPairId } from '../board/ids.ts';
import type { Json } from '../board/json.ts';
import { outcomeSiblings, refuseParent } from './addOutcomes.ts';
import { archiveActivity, restoreActivity } from './archiveActivity.ts';
import { archiveOutcome, restoreOutcome } from './archiveOutcome.ts';
import { type Collection, type Command, type CommandContext, type CommandResult, refuse } from './command.ts';
import { editActivity } from './editActivity.ts';
import { editListEntry } from './editList.ts';
import { editOrganisation } from './editOrganisation.ts';
import { editOutcome } from './editOutcome.ts';
import { setYears } from './editPlan.ts';
import { changing, cleanTitle, making, refuseArchive, refuseTitle, refuseWrite } from './guards.ts';
import { involveOrganisation } from './involveOrganisation.ts';
import { linkActivity, unlinkActivity } from './linkActivity.ts';
import { moveActivity } from './moveActivity.ts';
import { moveOutcome } from './moveOutcome.ts';

type Values = { readonly [field: string]: Json };

interface RefusedRecord {
  readonly kind: 'record';
  readonly collection: Collection;
  readonly id: string;
  readonly fields: Values;
}

interface RefusedField {
  readonly kind: 'field';
  readonly collection: Collection;
  readonly id: string;
  readonly field: string;
  /** Absent: the field was taken away. */
  readonly value?: Json;
}

/** A change that once was not taken: a whole record, or one field of one that is there. */
export type RefusedEdit = RefusedRecord | RefusedField;

export interface Reapply {
  /** Where a refusal is told. */
  readonly entryId: string;
  /** The document in which the change was made. */
  readonly document: DocumentRef;
  readonly edit: RefusedEdit;
}

/** Makes a change after all that was not taken at the time, by the rules of now (K10). What stands so already is no error. */
export const reapply: Command<Reapply> = (board, { document, edit }, context) => {
  const refusal = refuseWrite(context, document);
  if (refusal) return refusal;
  if (document.kind === 'draft' && !isStillDraft(board, edit)) return refuse('unknownRecord');
  const done: CommandResult = { ok: true, document, id: edit.id, patches: [] };
  if (edit.kind === 'field') return reapplyField(board, document, edit, context, done);
  if (edit.collection === 'links') return reapplyLink(board, edit, context, done);
  if (edit.collection === 'involvements') return reapplyInvolvement(board, edit, context, done);
  return makeAgain(board, document, edit, context, done);
};

/** What was written in a draft is not put in front of everyone in passing: not once its card was shared (W6). */
function isStillDraft(board: Board, { id }: RefusedEdit): boolean {
  const activity = board.activities.get(id) ?? board.activities.get(splitPairId(id)?.[0] ?? '');
  return activity === undefined || activity.draft === true;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function property(value: Json | undefined, name: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The sibling before which a key comes; undefined for the end. */
function beforeKey(siblings: readonly { readonly id: Id; readonly key: string }[], key: string): Id | undefined {
  return siblings.find((sibling) => sibling.key > key)?.id;
}

function reapplyField(
  board: Board,
  document: DocumentRef,
  edit: RefusedField,
  context: CommandContext,
  done: CommandResult,
): CommandResult {
  const { collection, id, field, value } = edit;
  if (collection === 'plan' && field === 'years' && Array.isArray(value))
    return setYears(board, { years: value.filter((year) => typeof year === 'number') }, context);
  if (collection === 'plan' || collection === 'links' || collection === 'involvements') return refuse('unknownRecord');
  const record = board[collection].get(id);
  if (!record) return refuse('unknownRecord');
  const toTrash = field === 'archivedAt' ? value !== undefined : undefined;
  if (toTrash !== undefined && toTrash === !isLive(record)) return done;
  if (collection === 'activities') {
    const { outcomeId, key } = { outcomeId: property(value, 'outcomeId'), key: property(value, 'key') ?? '' };
    if (field === 'title') return editActivity(board, { activityId: id, title: text(value) ?? '' }, context);
    if (field === 'lead') return editActivity(board, { activityId: id, leadId: text(value) ?? null }, context);
    if (field === 'place' && outcomeId !== undefined) {
      const beforeId = beforeKey(siblingsAt(board, outcomeId, id), key);
      return moveActivity(board, { activityId: id, toId: outcomeId, beforeId }, context);
    }
    if (toTrash !== undefined) return (toTrash ? archiveActivity : restoreActivity)(board, { activityId: id }, context);
  }
  if (collection === 'outcomes') {
    const { parentId, key } = { parentId: property(value, 'parentId'), key: property(value, 'key') ?? '' };
    if (field === 'title') return editOutcome(board, { outcomeId: id, title: text(value) ?? '' }, context);
    if (field === 'place') {
      const beforeId = beforeKey(outcomeSiblings(board, parentId, id), key);
      return moveOutcome(board, { outcomeId: id, parentId, beforeId }, context);
    }
    if (toTrash !== undefined) return (toTrash ? archiveOutcome : restoreOutcome)(board, { outcomeId: id }, context);
  }
  if (collection === 'organisations') {
    const kind = ORGANISATION_KINDS.find((known) => known === value);
    if (field === 'name') return editOrganisation(board, { organisationId: id, name: text(value) ?? '' }, context);
    if (field === 'code') return editOrganisation(board, { organisationId: id, code: text(value) ?? '' }, context);
    if (field === 'kind' && kind) return editOrganisation(board, { organisationId: id, kind }, context);
  }
  if (collection === 'lists' && field === 'title')
    return editListEntry(board, { entryId: id, title: text(value) ?? '' }, context);
  const now: Json | undefined = Reflect.get(record, field) ?? record.unknown?.[field];
  return { ok: true, document, id, patches: [changing(collection, id, { [field]: now }, { [field]: value })] };
}

function reapplyLink(board: Board, edit: RefusedRecord, context: CommandContext, done: CommandResult): CommandResult {
  const [activityId = '', outcomeId = ''] = splitPairId(edit.id) ?? [];
  const activity = board.activities.get(activityId);
  if (!activity) return refuse('unknownRecord');
  const isLinked = liveLinks(board.outcomes, activity).some((link) => link.outcomeId === outcomeId);
  const isHome = homeOf(board.outcomes, activity) === outcomeId;
  if (text(edit.fields['archivedAt']) !== undefined)
    return isLinked ? unlinkActivity(board, { activityId, outcomeId }, context) : done;
  if (isHome) return done;
  if (!isLinked) return linkActivity(board, { activityId, outcomeId }, context);
  const beforeId = beforeKey(siblingsAt(board, outcomeId, activityId), text(edit.fields['key']) ?? '');
  return moveActivity(board, { activityId, fromId: outcomeId, toId: outcomeId, beforeId }, context);
}

function reapplyInvolvement(
  board: Board,
  edit: RefusedRecord,
  context: CommandContext,
  done: CommandResult,
): CommandResult {
  const [activityId = '', organisationId = ''] = splitPairId(edit.id) ?? [];
  const known = board.activities.get(activityId)?.involvements.find((one) => one.organisationId === organisationId);
  const isOver = text(edit.fields['archivedAt']) !== undefined;
  if (isOver && (!known || !isLive(known))) return done;
  const role = isOver ? null : (INVOLVEMENT_ROLES.find((role) => role === edit.fields['role']) ?? 'involved');
  return involveOrganisation(board, { activityId, organisationId, role }, context);
}

/** Makes a record again under its own id, where it is not there. */
function makeAgain(
  board: Board,
  document: DocumentRef,
  edit: RefusedRecord,
  context: CommandContext,
  done: CommandResult,
): CommandResult {
  const { collection, id } = edit;
  if (collection === 'plan' || collection === 'links' || collection === 'involvements') return refuse('unknownRecord');
  if (board[collection].has(id)) return done;
  if (!isId(id)) return refuse('unknownRecord');
  const field = collection === 'organisations' ? 'name' : 'title';
  const title = cleanTitle(text(edit.fields[field]) ?? '');
  const refusal = refuseTitle(title);
  if (refusal) return refusal;
  const patch = making(collection, id, { ...edit.fields, ...soundPlace(board, edit), [field]: title }, context.now);
  const archivedAt = text(edit.fields['archivedAt']);
  const isTrash = archivedAt !== undefined && (collection === 'activities' || collection === 'outcomes');
  const notArchived = isTrash ? refuseArchive(context) : undefined;
  if (notArchived) return notArchived;
  const after = archivedAt === undefined ? patch.after : { ...patch.after, archivedAt };
  return { ok: true, document, id, patches: [{ ...patch, after }] };
}

/** The place of a record that is made again: without what is no longer there. */
function soundPlace(board: Board, { collection, fields }: RefusedRecord): { readonly place?: Json | undefined } {
  const { place } = fields;
  if (collection === 'activities')
    return board.outcomes.has(property(place, 'outcomeId') ?? '') ? {} : { place: undefined };
  const parentId = collection === 'outcomes' ? property(place, 'parentId') : undefined;
  if (parentId === undefined || !refuseParent(board, parentId)) return {};
  return { place: { key: property(place, 'key') ?? '' } };
}
