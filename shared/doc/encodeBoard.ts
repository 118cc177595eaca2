import * as Y from 'yjs';
import type { Activity, Board, UnknownFields } from '../board/board.ts';
import { documentKey, documentOf, FRAME } from '../board/documentRef.ts';
import type { Json } from '../board/json.ts';
import type { RichText } from '../board/richText.ts';
import type { Collection } from '../commands/command.ts';
import { PLAN_ID } from '../commands/editPlan.ts';
import { fragmentName } from './layout.ts';
import { writeFragment } from './richTextFragment.ts';

type Written = { readonly [field: string]: Json | undefined };

function writeRecord(
  doc: Y.Doc,
  collection: Collection,
  id: string,
  fields: Written,
  unknown: UnknownFields = {},
): void {
  const record = new Y.Map<unknown>();
  for (const [field, value] of Object.entries({ ...unknown, ...fields }))
    if (value !== undefined) record.set(field, value);
  doc.getMap(collection).set(id, record);
}

function writeText(doc: Y.Doc, name: string, text: RichText | undefined): void {
  if (text && text.length > 0) writeFragment(doc.getXmlFragment(name), text);
}

function entries<T extends object>(texts: T): [Extract<keyof T, string>, T[keyof T]][] {
  return Object.entries(texts) as [Extract<keyof T, string>, T[keyof T]][];
}

function writeFrame(doc: Y.Doc, board: Board): void {
  writeRecord(doc, 'plan', PLAN_ID, { years: [...board.plan.years] }, board.plan.unknown);
  for (const [field, text] of entries(board.plan.texts)) {
    writeText(doc, fragmentName({ kind: 'plan', id: PLAN_ID, field }), text);
  }
  for (const { id, texts, unknown, place, ...fields } of board.outcomes.values()) {
    writeRecord(doc, 'outcomes', id, { ...fields, place: { ...place } }, unknown);
    for (const [field, text] of entries(texts)) writeText(doc, fragmentName({ kind: 'outcome', id, field }), text);
  }
  for (const { id, unknown, ...fields } of board.organisations.values())
    writeRecord(doc, 'organisations', id, fields, unknown);
  for (const { id, unknown, ...fields } of board.indicators.values())
    writeRecord(doc, 'indicators', id, fields, unknown);
  for (const { id, unknown, ...fields } of board.lists.values()) writeRecord(doc, 'lists', id, fields, unknown);
}

function writeActivity(doc: Y.Doc, activity: Activity): void {
  // What a new board shows went nowhere else.
  const {
    id,
    owner: _o,
    draft: _d,
    movedTo: _m,
    mergedInto: _i,
    links,
    involvements,
    texts,
    unknown,
    place,
    ...fields
  } = activity;
  writeRecord(doc, 'activities', id, { ...fields, ...(place ? { place: { ...place } } : {}) }, unknown);
  for (const { id: linkId, outcomeId: _outcome, unknown: more, ...rest } of links)
    writeRecord(doc, 'links', linkId, rest, more);
  for (const { id: pair, organisationId: _organisation, unknown: more, ...rest } of involvements) {
    writeRecord(doc, 'involvements', pair, rest, more);
  }
  for (const [field, text] of entries(texts)) writeText(doc, fragmentName({ kind: 'activity', id, field }), text);
}

/**
 * A whole board as one update for each of its documents, by document key: for a new board only,
 * since the same content written twice stands there twice.
 */
export function encodeBoard(board: Board): Map<string, Uint8Array> {
  const docs = new Map([[documentKey(FRAME), new Y.Doc()]]);
  const docOf = (key: string): Y.Doc => {
    const doc = docs.get(key) ?? new Y.Doc();
    docs.set(key, doc);
    return doc;
  };
  const frame = docOf(documentKey(FRAME));
  frame.transact(() => writeFrame(frame, board));
  for (const activity of board.activities.values()) {
    const doc = docOf(documentKey(documentOf(activity)));
    doc.transact(() => writeActivity(doc, activity));
  }
  return new Map([...docs].map(([key, doc]) => [key, Y.encodeStateAsUpdate(doc)]));
}
