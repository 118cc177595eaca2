import type * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { type DocumentRef, documentKey, ownerOf } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type {
  Accepted,
  Command,
  CommandContext,
  CommandResult,
  Patch,
  RefusalCode,
} from '../../shared/commands/command.ts';
import { applyInverse, applyPatches, COMMAND } from '../../shared/doc/applyPatches.ts';
import { ownWrites } from '../../shared/doc/ownWrites.ts';
import { newId } from './newId.ts';
import { type Observable, observable } from './observable.ts';
import { stepAfter, stillMine } from './ownStep.ts';
import {
  type Direction,
  isCardOrOutcome,
  NOTHING_DONE,
  nextStep,
  pushDone,
  stepDropped,
  stepTaken,
  takesOff,
  type UndoStack,
  type UndoStep,
} from './undoStack.ts';

/** A refusal, and the record beside which it is told. */
export interface RaisedRefusal {
  readonly id: number;
  readonly code: RefusalCode;
  readonly organisationName?: string;
  readonly recordId: Id | 'board';
}

export type UndoResult =
  | { readonly ok: true; readonly count: number }
  /** `overtaken`: others changed all of it since. */
  | { readonly ok: false; readonly reason: 'nothing' | 'overtaken' | RefusalCode; readonly organisationName?: string };

export interface CommandRunner {
  readonly run: <A>(command: Command<A>, args: A) => CommandResult;
  readonly undo: () => UndoResult;
  readonly redo: () => UndoResult;
  readonly stack: Observable<UndoStack>;
  readonly refusal: Observable<RaisedRefusal | undefined>;
  readonly dismissRefusal: () => void;
}

export interface RunnerSetting {
  readonly board: () => Board;
  readonly organisationId: () => Id;
  readonly writeRefusal: (ref: DocumentRef) => RefusalCode | undefined;
  readonly mayArchive: () => boolean;
  /** The document to write in; undefined when it is not open. */
  readonly docOf: (ref: DocumentRef) => Y.Doc | undefined;
  /** After a person's own writing. */
  readonly written: (doc: Y.Doc, accepted: Accepted) => void;
  readonly undone: (direction: Direction, result: UndoResult) => void;
  /** Where times, ids and chance come from; absent: from the machine. */
  readonly sources?: Pick<CommandContext, 'newId' | 'random'> & { readonly now: () => string };
}

const MACHINE = { now: () => new Date().toISOString(), newId, random: Math.random };

const ABOUT = ['activityId', 'outcomeId', 'toId', 'parentId', 'organisationId', 'entryId'];

/** The record that a command's arguments are about, for telling a refusal there. */
function recordOf(args: unknown): Id | 'board' {
  if (typeof args !== 'object' || args === null) return 'board';
  const ids = ABOUT.map((name): unknown => Reflect.get(args, name));
  return ids.find((id): id is Id => typeof id === 'string') ?? 'board';
}

/** Runs commands for the person at the screen: rights, writing, undo, and refusals that are told where they happen. */
export function commandRunner(setting: RunnerSetting): CommandRunner {
  const stack = observable<UndoStack>(NOTHING_DONE);
  const refusal = observable<RaisedRefusal | undefined>(undefined);
  const own = ownWrites();
  const { now, ...chance } = setting.sources ?? MACHINE;
  let raised = 0;

  /** Remembers what was just written as this person's, and gives the way back. */
  function written(doc: Y.Doc, document: DocumentRef, patches: readonly Patch[]): UndoStep {
    own.note(documentKey(document), doc, patches);
    return stepAfter(doc, document, patches);
  }

  function nameOf(organisationId: Id | undefined): { organisationName?: string } {
    const name = organisationId === undefined ? undefined : setting.board().organisations.get(organisationId)?.name;
    return name === undefined ? {} : { organisationName: name };
  }

  function context(): CommandContext {
    return {
      now: now(),
      organisationId: setting.organisationId(),
      writeRefusal: setting.writeRefusal,
      mayArchive: setting.mayArchive,
      ...chance,
    };
  }

  function run<A>(command: Command<A>, args: A): CommandResult {
    const result = command(setting.board(), args, context());
    if (!result.ok) {
      raised += 1;
      refusal.set({ id: raised, code: result.code, recordId: recordOf(args), ...nameOf(result.organisationId) });
      return result;
    }
    const doc = setting.docOf(result.document);
    // `writeRefusal` refuses what is not open, so that no command comes here for a document that is not.
    if (!doc) throw new Error(`document ${documentKey(result.document)} is not open`);
    applyPatches(doc, result.patches, COMMAND);
    stack.set(pushDone(stack.get(), written(doc, result.document, result.patches)));
    refusal.set(undefined);
    setting.written(doc, result);
    return result;
  }

  function take(direction: Direction): UndoResult {
    const step = nextStep(stack.get(), direction);
    if (!step) return { ok: false, reason: 'nothing' };
    const code = setting.writeRefusal(step.document);
    const doc = setting.docOf(step.document);
    if (code !== undefined || !doc) {
      const organisationId = ownerOf(step.document);
      return { ok: false, reason: code ?? 'readOnly', ...nameOf(organisationId) };
    }
    const patches = stillMine(step, doc, own);
    if (!setting.mayArchive() && takesOff(patches.filter(isCardOrOutcome)))
      return { ok: false, reason: 'archiveNotAllowed' };
    const count = applyInverse(doc, patches);
    if (count === 0) {
      stack.set(stepDropped(stack.get(), direction));
      return { ok: false, reason: 'overtaken' };
    }
    stack.set(stepTaken(stack.get(), direction, written(doc, step.document, patches)));
    setting.written(doc, { ok: true, document: step.document, patches, id: '' });
    return { ok: true, count };
  }

  function step(direction: Direction): UndoResult {
    const result = take(direction);
    setting.undone(direction, result);
    return result;
  }

  return {
    run,
    undo: () => step('undo'),
    redo: () => step('redo'),
    stack,
    refusal,
    dismissRefusal: () => refusal.set(undefined),
  };
}
