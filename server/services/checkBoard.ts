import { inflateRawSync } from 'node:zlib';
import { type DocumentRef, documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { findings } from '../../shared/board/invariants.ts';
import { readBoard } from '../../shared/doc/boardReader.ts';
import { docOfV2, holdTheSame, type Replayed, replayUpdates } from '../../shared/doc/storedStates.ts';
import { partiesOf } from '../db/boardParties.ts';
import type { BoardRow } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { type SnapshotRow, snapshotHash } from '../db/snapshots.ts';
import { journalOf, snapshotsOf } from '../db/storeContents.ts';

/** Something that should not be in a store. Codes of the board's invariants come as they are named there. */
export interface StoreFinding {
  readonly boardId: Id;
  readonly code: string;
  readonly document?: string;
  readonly sequence?: number;
  /** The record that an invariant is about. */
  readonly record?: string;
}

export interface BoardCheck {
  readonly rows: number;
  readonly snapshots: number;
  readonly documents: number;
  readonly findings: readonly StoreFinding[];
}

type Row = Awaited<ReturnType<typeof journalOf>>[number];

function gaps(boardId: Id, rows: readonly Row[], last: number): StoreFinding[] {
  const found = rows.flatMap(({ sequence }, index): StoreFinding[] => {
    const before = index === 0 ? 0 : (rows[index - 1]?.sequence ?? 0);
    return sequence === before + 1 ? [] : [{ boardId, code: 'sequenceGap', sequence }];
  });
  const newest = rows.at(-1)?.sequence ?? 0;
  return newest === last ? found : [...found, { boardId, code: 'sequenceGap', sequence: last }];
}

function inflate(state: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(state);
  } catch {
    return undefined;
  }
}

function checkSnapshot(snapshot: SnapshotRow, rows: readonly Row[]): string | undefined {
  if (snapshotHash(snapshot.state) !== snapshot.hash) return 'snapshotHash';
  const state = inflate(snapshot.state);
  const doc = state && docOfV2(state);
  if (!doc) return 'snapshotUndecodable';
  const covered = rows.filter(({ sequence }) => sequence <= snapshot.sequence).map(({ update }) => update);
  return holdTheSame(doc, replayUpdates(covered).doc) ? undefined : 'snapshotDiffers';
}

/** Replays each document of each generation; documents by `documentKeyIn`. */
function replayAll(boardId: Id, rows: readonly Row[], found: StoreFinding[]): Map<string, Replayed> {
  const byDocument = new Map<string, Row[]>();
  for (const row of rows) {
    const key = documentKeyIn(row.generation, row.document);
    const own = byDocument.get(key);
    if (own) own.push(row);
    else byDocument.set(key, [row]);
  }
  const replayed = new Map<string, Replayed>();
  for (const [key, own] of byDocument) {
    const made = replayUpdates(own.map(({ update }) => update));
    replayed.set(key, made);
    for (const index of made.broken) {
      const row = own[index];
      if (row) found.push({ boardId, code: 'rowUndecodable', document: row.document, sequence: row.sequence });
    }
  }
  return replayed;
}

function documentKeyIn(generation: number, document: string): string {
  return `${generation} ${document}`;
}

/**
 * Looks at everything that is stored of one board: every row decodes, numbers have no gap, every snapshot has its hash
 * and holds what its rows hold, and the board of now satisfies its invariants.
 */
export async function checkBoard(db: Db, board: BoardRow): Promise<BoardCheck> {
  const { id: boardId, generation, sequence } = board;
  const rows = await journalOf(db, boardId, sequence);
  const snapshots = await snapshotsOf(db, boardId);
  const found = gaps(boardId, rows, sequence);
  const replayed = replayAll(boardId, rows, found);
  for (const snapshot of snapshots) {
    const { document, sequence: at } = snapshot;
    const own = rows.filter((row) => row.document === document && row.generation === snapshot.generation);
    const code = checkSnapshot(snapshot, own);
    if (code) found.push({ boardId, code, document, sequence: at });
  }
  const refs: DocumentRef[] = [FRAME, ...(await partiesOf(db, boardId)).map(party)];
  const docs = refs.flatMap((ref) => {
    const made = replayed.get(documentKeyIn(generation, documentKey(ref)));
    return made ? [[ref, made.doc] as const] : [];
  });
  for (const { code, id } of findings(readBoard(docs))) found.push({ boardId, code, record: id });
  return { rows: rows.length, snapshots: snapshots.length, documents: docs.length, findings: found };
}
