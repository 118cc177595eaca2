import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { type DocumentRef, documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { Accepted, Command, CommandContext, CommandResult } from '../../shared/commands/command.ts';
import { applyPatches, COMMAND } from '../../shared/doc/applyPatches.ts';
import { type BoardReader, boardReader } from '../../shared/doc/boardReader.ts';
import { encodeBoard } from '../../shared/doc/encodeBoard.ts';

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A context that may write everything; parts can be replaced. */
export function contextOf(
  organisationId: Id,
  random: () => number,
  parts: Partial<CommandContext> = {},
): CommandContext {
  let made = 0;
  const salt = Math.floor(random() * 1e9).toString(36);
  return {
    now: '2026-11-22T10:00:00.000Z',
    organisationId,
    writeRefusal: () => undefined,
    mayArchive: () => true,
    newId: () => `${organisationId}-${salt}-${++made}`,
    random,
    ...parts,
  };
}

/** One replica of a whole board: its documents, and the value that is read from them. */
export class Replica {
  readonly docs = new Map<string, Y.Doc>();
  readonly refs: readonly DocumentRef[];
  readonly reader: BoardReader;

  constructor(organisationIds: readonly Id[], clientId?: number) {
    this.refs = [FRAME, ...organisationIds.map(party)];
    this.reader = boardReader();
    for (const ref of this.refs) {
      const doc = new Y.Doc();
      if (clientId !== undefined) doc.clientID = clientId;
      this.docs.set(documentKey(ref), doc);
      this.reader.attach(ref, doc);
    }
  }

  get board(): Board {
    return this.reader.board();
  }

  doc(ref: DocumentRef): Y.Doc {
    const doc = this.docs.get(documentKey(ref));
    if (!doc) throw new Error(`no document ${documentKey(ref)}`);
    return doc;
  }

  load(board: Board): void {
    for (const [key, update] of encodeBoard(board)) {
      const doc = this.docs.get(key);
      if (!doc) throw new Error(`no document ${key}`);
      Y.applyUpdate(doc, update);
    }
  }

  /** Runs a command and writes what it accepts. */
  run<A>(command: Command<A>, args: A, context: CommandContext): CommandResult {
    const result = command(this.board, args, context);
    if (result.ok) this.write(result);
    return result;
  }

  write(accepted: Accepted): void {
    applyPatches(this.doc(accepted.document), accepted.patches, COMMAND);
  }

  /** Sends to the other replica what it does not have, in both directions. */
  sync(other: Replica): void {
    for (const ref of this.refs) {
      const mine = this.doc(ref);
      const theirs = other.doc(ref);
      const toThem = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs));
      const toMe = Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine));
      Y.applyUpdate(theirs, toThem);
      Y.applyUpdate(mine, toMe);
    }
  }
}

/** A board value as plain objects, to compare and to print. */
export function plain(board: Board): unknown {
  return JSON.parse(
    JSON.stringify(board, (_, value) => (value instanceof Map ? Object.fromEntries([...value].sort()) : value)),
  );
}
