import * as Y from 'yjs';
import type { Board, Outcome, PlanDetails } from '../board/board.ts';
import { type Id, isId } from '../board/ids.ts';
import type { RichText } from '../board/richText.ts';
import { keepSame } from '../board/sameValue.ts';
import type { Collection } from '../commands/command.ts';
import { PLAN_ID } from '../commands/editPlan.ts';
import type { Dirty } from './dirty.ts';
import { FRAME_COLLECTIONS, fragmentName, parseFragmentName } from './layout.ts';
import { readIndicator, readListEntry, readOrganisation, readOutcome, readPlan } from './readFrame.ts';
import { readFragment } from './richTextFragment.ts';

/** The frame's part of a board. */
export type FrameValue = Omit<Board, 'activities' | 'departed'>;

function recordsOf(doc: Y.Doc, collection: Collection): Map<string, Y.Map<unknown>> {
  const found = new Map<string, Y.Map<unknown>>();
  for (const [id, record] of doc.getMap(collection).entries()) if (record instanceof Y.Map) found.set(id, record);
  return found;
}

function readAll<T>(
  doc: Y.Doc,
  collection: Collection,
  before: ReadonlyMap<Id, T>,
  read: (id: Id, record: Y.Map<unknown>) => T | undefined,
) {
  const values = new Map<Id, T>();
  for (const [id, record] of recordsOf(doc, collection)) {
    const value = isId(id) ? read(id, record) : undefined;
    if (value !== undefined) values.set(id, keepSame(before.get(id), value));
  }
  return values;
}

function readTexts<F extends string>(doc: Y.Doc, fields: readonly F[], name: (field: F) => string) {
  const texts: { [field in F]?: RichText } = {};
  for (const field of fields) {
    if (!doc.share.has(name(field))) continue;
    const text = readFragment(doc.getXmlFragment(name(field)));
    if (text.length > 0) texts[field] = text;
  }
  return texts;
}

function readOutcomes(doc: Y.Doc, before: ReadonlyMap<Id, Outcome>): Map<Id, Outcome> {
  return readAll(doc, 'outcomes', before, (id, record) => ({
    ...readOutcome(id, record),
    texts: readTexts(doc, ['explanationText', 'guidanceText', 'introductionText', 'focusPointsText'], (field) =>
      fragmentName({ kind: 'outcome', id, field }),
    ),
  }));
}

function readPlanDetails(doc: Y.Doc, before: PlanDetails): PlanDetails {
  const record = doc.getMap('plan').get(PLAN_ID);
  const details: PlanDetails = {
    ...readPlan(record instanceof Y.Map ? record : undefined),
    texts: readTexts(doc, ['introductionText', 'readingGuideText'], (field) =>
      fragmentName({ kind: 'plan', id: PLAN_ID, field }),
    ),
  };
  return keepSame(before, details);
}

/**
 * Reads the frame's part of a board; given the earlier value, unchanged records and maps keep their identity.
 * @param dirty what changed since `before`; absent: everything may have
 */
export function readFrame(doc: Y.Doc, before: FrameValue, dirty?: Dirty): FrameValue {
  const touched = new Set<string>(dirty?.records.keys() ?? FRAME_COLLECTIONS);
  for (const name of dirty?.fragments ?? []) {
    const ref = parseFragmentName(name);
    if (ref?.kind === 'outcome') touched.add('outcomes');
    if (ref?.kind === 'plan') touched.add('plan');
  }
  const keep = <T>(collection: Collection, old: ReadonlyMap<Id, T>, read: () => Map<Id, T>): ReadonlyMap<Id, T> => {
    if (!touched.has(collection)) return old;
    const now = read();
    return now.size === old.size && [...now].every(([id, value]) => old.get(id) === value) ? old : now;
  };
  return {
    plan: touched.has('plan') ? readPlanDetails(doc, before.plan) : before.plan,
    outcomes: keep('outcomes', before.outcomes, () => readOutcomes(doc, before.outcomes)),
    organisations: keep('organisations', before.organisations, () =>
      readAll(doc, 'organisations', before.organisations, readOrganisation),
    ),
    indicators: keep('indicators', before.indicators, () =>
      readAll(doc, 'indicators', before.indicators, readIndicator),
    ),
    lists: keep('lists', before.lists, () => readAll(doc, 'lists', before.lists, readListEntry)),
  };
}
