import { randomUUID } from 'node:crypto';
import { type Activity, type Board, isLive } from '../../../shared/board/board.ts';
import { documentKey, party } from '../../../shared/board/documentRef.ts';
import { homeOf, siblingsAt } from '../../../shared/board/home.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { LIMITS } from '../../../shared/board/limits.ts';
import { keysFor } from '../../../shared/board/order.ts';
import { plainText } from '../../../shared/board/richText.ts';
import { cleanTitle } from '../../../shared/commands/guards.ts';
import type { Held } from '../../../shared/doc/copyActivity.ts';
import { editStates, type HeldState } from '../../../shared/doc/editStates.ts';
import { handOver } from '../../../shared/doc/handOver.ts';
import { type HeldActivity, mergeActivities, undoMerge } from '../../../shared/doc/mergeActivities.ts';
import { splitActivity } from '../../../shared/doc/splitActivity.ts';
import { boardOfStates } from '../../../shared/doc/states.ts';
import { findTransfer, type TransferRow } from '../../db/transfers.ts';
import type { ServiceContext } from '../context.ts';
import { boardNow, statesOf } from './boardNow.ts';
import { activitiesOf, type Concerned, detailsOf } from './transferRecord.ts';
import { transferRefused } from './transferRefused.ts';

type Documents = ReadonlyMap<string, Held>;
type Part = Pick<TransferRow, 'boardId' | 'kind' | 'activities' | 'toOrganisationId' | 'details' | 'undoes'>;

function heldOf(documents: Documents, owner: Id): Held {
  const held = documents.get(documentKey(party(owner)));
  if (!held) throw new Error(`no document of ${owner}`);
  return held;
}

function at(documents: Documents, { id, owner }: Concerned): HeldActivity {
  return { held: heldOf(documents, owner), id };
}

/** Each activity has to be where it was when it was asked. */
function sameAsAsked(board: Board, activities: readonly Concerned[]): void {
  for (const { id, owner } of activities) {
    const card = board.activities.get(id);
    if (card?.owner !== owner) throw transferRefused('movedMeanwhile');
    if (!isLive(card)) throw transferRefused('inTrash');
  }
}

/** An old place may be written over, another activity of the same id may not. */
function isFree(states: readonly HeldState[], to: Id, id: Id): boolean {
  const there = states.filter(({ owner }) => owner === to).map(({ state }) => [party(to), state] as const);
  const found = boardOfStates(there).activities.get(id);
  return !found || found.movedTo !== undefined;
}

function refuseLong(states: readonly HeldState[], activities: readonly Concerned[]): void {
  const board = boardOfStates(states.map(({ owner, state }) => [party(owner), state] as const));
  const lengths = new Map<string, number>();
  for (const { id } of activities) {
    for (const [field, text] of Object.entries(board.activities.get(id)?.texts ?? {}))
      lengths.set(field, (lengths.get(field) ?? 0) + plainText(text ?? []).length + LIMITS.title);
  }
  if ([...lengths.values()].some((length) => length > LIMITS.text)) throw transferRefused('textTooLong');
}

function headingOf(board: Board): (activity: Activity) => string {
  return ({ owner, title }) => `Van ${board.organisations.get(owner)?.name ?? owner}: ${title}`;
}

function splitPlace(board: Board, id: Id): { readonly outcomeId: Id; readonly key: string } | undefined {
  const activity = board.activities.get(id);
  const outcomeId = activity && homeOf(board.outcomes, activity);
  if (outcomeId === undefined) return undefined;
  const siblings = siblingsAt(board, outcomeId, '');
  const next = siblings[siblings.findIndex((sibling) => sibling.id === id) + 1];
  const [key = ''] = keysFor(siblings, next?.id, 1, Math.random);
  return { outcomeId, key };
}

/** Those of a merge that still stand where it left them. */
function mergedInto(board: Board, kept: Id, others: readonly Concerned[]): readonly Concerned[] {
  return others.filter(({ id, owner }) => {
    return board.departed.get(`${documentKey(party(owner))}/${id}`)?.mergedInto?.activityId === kept;
  });
}

/**
 * Does what was asked, on the board as it is now, journalled as one. Call it `inTurn`.
 * @throws Problem `transferRefused` with the reason, `storeUnavailable`
 */
export async function carryOut(context: ServiceContext, row: Part, authorId: Id): Promise<void> {
  const { boardId, toOrganisationId: to } = row;
  const activities = activitiesOf(row);
  const [first, ...others] = activities;
  if (!first) throw transferRefused('movedMeanwhile');
  const undone = row.undoes === null ? undefined : await findTransfer(context.db, boardId, row.undoes);
  const isUndoneMerge = undone?.kind === 'merge';
  const board = await boardNow(context, boardId);
  sameAsAsked(board, isUndoneMerge ? [first] : activities);
  const owners = [...activities.map(({ owner }) => owner), ...(to === null ? [] : [to])];
  const states = await statesOf(context, boardId, owners);
  const now = context.now().toISOString();

  const edit = (documents: Documents): void => {
    if (isUndoneMerge) {
      const back = mergedInto(board, first.id, others);
      if (back.length === 0) throw transferRefused('movedMeanwhile');
      undoMerge(
        at(documents, first),
        back.map((other) => at(documents, other)),
        now,
      );
    } else if (row.kind === 'merge') {
      refuseLong(states, activities);
      const merging = { at: now, heading: headingOf(board) };
      mergeActivities(
        at(documents, first),
        others.map((other) => at(documents, other)),
        merging,
      );
    } else if (row.kind === 'split') {
      const { title = '', texts = [] } = detailsOf(row);
      const place = splitPlace(board, first.id);
      const made = { at: now, id: randomUUID(), title: cleanTitle(title), texts, ...(place ? { place } : {}) };
      splitActivity(heldOf(documents, first.owner), first.id, heldOf(documents, to ?? first.owner), made);
    } else if (to !== null) {
      if (!isFree(states, to, first.id)) throw transferRefused('targetTaken');
      handOver(heldOf(documents, first.owner), heldOf(documents, to), first.id, now);
    }
  };
  await context.live.write(boardId, editStates(states, edit), authorId);
}
