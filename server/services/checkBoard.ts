import { inflateRawSync } from 'node:zlib';
import { SCHEMA } from '../../shared/board/board.ts';
import { allDocuments, type DocumentRef, documentKey } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { type Finding, findings } from '../../shared/board/invariants.ts';
import { readBoard } from '../../shared/doc/boardReader.ts';
import { docOfV2, holdTheSame, replayUpdates } from '../../shared/doc/storedStates.ts';
import { partiesOf } from '../db/boardParties.ts';
import type { BoardRow } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { type SnapshotRow, snapshotHash } from '../db/snapshots.ts';
import { journalOf, snapshotsOf } from '../db/storeContents.ts';
import { type JournalRow, sequenceFindings } from './checkSequence.ts';
import type { StoreFinding } from './storeFinding.ts';

export interface BoardCheck {
  readonly rows: number;
  readonly snapshots: number;
  readonly documents: number;
  readonly findings: readonly StoreFinding[];
}

/** What is stored of a board's documents. */
interface Stored {
  readonly rows: readonly JournalRow[];
  readonly snapshots: readonly SnapshotRow[];
}

/**
 * The rows that make a document in a generation: its own. Where a restore began the generation, with a snapshot before
 * its first row, those of earlier generations too.
 */
function rowsOf({ rows, snapshots }: Stored, document: string, generation: number): JournalRow[] {
  const ofDocument = rows.filter((row) => row.document === document && row.generation <= generation);
  const own = ofDocument.filter((row) => row.generation === generation);
  const first = own[0]?.sequence ?? Number.POSITIVE_INFINITY;
  const hasBase = snapshots.some(
    (snapshot) => snapshot.document === document && snapshot.generation === generation && snapshot.sequence < first,
  );
  return hasBase ? ofDocument : own;
}

function inflate(state: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(state);
  } catch {
    return undefined;
  }
}

function snapshotFinding(snapshot: SnapshotRow, stored: Stored): string | undefined {
  if (snapshotHash(snapshot.state) !== snapshot.hash) return 'snapshotHash';
  const state = inflate(snapshot.state);
  const doc = state && docOfV2(state);
  if (!doc) return 'snapshotUndecodable';
  const rows = rowsOf(stored, snapshot.document, snapshot.generation);
  const covered = rows.filter(({ sequence }) => sequence <= snapshot.sequence).map(({ update }) => update);
  return holdTheSame(doc, replayUpdates(covered).doc) ? undefined : 'snapshotDiffers';
}

/** Replays a document in a generation. Rows of an earlier one are reported there. */
function replay(boardId: Id, document: string, generation: number, stored: Stored) {
  const rows = rowsOf(stored, document, generation);
  const { doc, broken, complete } = replayUpdates(rows.map(({ update }) => update));
  const found = broken.flatMap((index): StoreFinding[] => {
    const row = rows[index];
    return row?.generation === generation
      ? [{ boardId, code: 'rowUndecodable', document, sequence: row.sequence }]
      : [];
  });
  if (!complete) found.push({ boardId, code: 'rowMissing', document });
  return { doc: rows.length > 0 ? doc : undefined, found };
}

/** What breaks a rule on the board as everyone reads it, and on each draft beside it: by ids, without a text. */
function boardFindings(docs: readonly (readonly [DocumentRef, ReturnType<typeof replayUpdates>['doc']])[]): Finding[] {
  const shared = docs.filter(([ref]) => ref.kind !== 'draft');
  const found = findings(readBoard(shared));
  const known = new Set(found.map(({ code, id }) => `${code} ${id}`));
  for (const each of docs.filter(([ref]) => ref.kind === 'draft')) {
    const more = findings(readBoard([...shared, each]));
    found.push(...more.filter(({ code, id }) => !known.has(`${code} ${id}`)));
  }
  return found;
}

/**
 * Looks at everything that is stored of one board: every row decodes and builds on rows that are there, numbers have
 * no gap, every document is one of the board's, every snapshot has its hash and holds what its rows hold, and the board
 * of now satisfies its invariants.
 * @param db sees one moment (`readAtOnce`), so that what is written meanwhile is not taken for a mistake
 * @param schema the newest that this version knows: of a board of a later one, what is found may be what it does not know
 */
export async function checkBoard(db: Db, board: BoardRow, schema = SCHEMA): Promise<BoardCheck> {
  const { id: boardId, generation } = board;
  const stored: Stored = { rows: await journalOf(db, boardId), snapshots: await snapshotsOf(db, boardId) };
  const refs = allDocuments(await partiesOf(db, boardId));
  const keys = new Set(refs.map(documentKey));
  const found: StoreFinding[] = sequenceFindings(board, stored.rows);
  if (board.schema > schema) found.push({ boardId, code: 'schemaAhead' });

  const addresses = new Map<string, readonly [document: string, generation: number]>();
  for (const { document, generation: at } of [...stored.rows, ...stored.snapshots]) {
    addresses.set(`${at} ${document}`, [document, at]);
  }
  const documents = new Map<string, ReturnType<typeof replay>['doc']>();
  for (const [document, at] of addresses.values()) {
    const { doc, found: more } = replay(boardId, document, at, stored);
    found.push(...more);
    if (at === generation) documents.set(document, doc);
    if (!keys.has(document)) found.push({ boardId, code: 'documentUnknown', document });
  }
  for (const snapshot of stored.snapshots) {
    const code = snapshotFinding(snapshot, stored);
    if (code) found.push({ boardId, code, document: snapshot.document, sequence: snapshot.sequence });
  }
  const docs = refs.flatMap((ref) => {
    const doc = documents.get(documentKey(ref));
    return doc ? [[ref, doc] as const] : [];
  });
  for (const { code, id } of boardFindings(docs)) found.push({ boardId, code, record: id });
  const { rows, snapshots } = stored;
  return { rows: rows.length, snapshots: snapshots.length, documents: docs.length, findings: found };
}
