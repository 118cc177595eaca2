import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { commandRunner, type UndoResult } from '../../../client/board/commandRunner.ts';
import { documentKey, party } from '../../../shared/board/documentRef.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { archiveActivity } from '../../../shared/commands/archiveActivity.ts';
import type { RefusalCode } from '../../../shared/commands/command.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { bigBoard } from '../../support/bigBoard.ts';
import { Replica } from '../../support/board.ts';

function start() {
  const replica = new Replica(['o1', 'o2']);
  replica.load(bigBoard(6, 2, 2));
  const refused = new Map<string, RefusalCode>();
  /** `archive`: the trash is the facilitators'. */
  const isKept = new Set<'archive'>();
  const told: UndoResult[] = [];
  const runner = commandRunner({
    board: () => replica.board,
    organisationId: () => 'o1',
    writeRefusal: (ref) => refused.get(documentKey(ref)),
    mayArchive: () => !isKept.has('archive'),
    docOf: (ref) => replica.doc(ref),
    written: () => undefined,
    undone: (_, result) => told.push(result),
  });
  const titleOf = (id: string): string | undefined => replica.board.activities.get(id)?.title;
  return { replica, runner, refused, isKept, told, titleOf };
}

/** Someone else's change of one field. */
function setElsewhere(doc: Y.Doc, id: string, field: string, value: unknown): void {
  const record = doc.getMap('activities').get(id);
  if (record instanceof Y.Map) record.set(field, value);
}

describe('undo', () => {
  test('goes back and forth through a person’s own steps', () => {
    const { runner, replica, titleOf } = start();
    runner.run(editActivity, { activityId: 'a1', title: 'Een' });
    runner.run(moveActivity, { activityId: 'a1', toId: 'c2' });
    expect(runner.undo()).toMatchObject({ ok: true });
    expect(replica.board.activities.get('a1')?.place?.outcomeId).toBe('c1');
    expect(runner.undo()).toMatchObject({ ok: true });
    expect(titleOf('a1')).toBe('Activiteit 1');
    expect(runner.undo()).toEqual({ ok: false, reason: 'nothing' });
    runner.redo();
    runner.redo();
    expect(titleOf('a1')).toBe('Een');
    expect(replica.board.activities.get('a1')?.place?.outcomeId).toBe('c2');
    expect(runner.redo()).toEqual({ ok: false, reason: 'nothing' });
  });

  test('N3: of a new card is refused, with its reason, where the trash is the facilitators’', () => {
    const { runner, replica, isKept } = start();
    const added = runner.run(addActivity, { title: 'Nieuw', outcomeId: 'c1' });
    const id = added.ok ? added.id : '';
    isKept.add('archive');
    expect(runner.undo()).toEqual({ ok: false, reason: 'archiveNotAllowed' });
    expect(replica.board.activities.get(id)?.archivedAt).toBeUndefined();
    expect(runner.run(archiveActivity, { activityId: id })).toMatchObject({ code: 'archiveNotAllowed' });
    isKept.clear();
    expect(runner.undo()).toMatchObject({ ok: true });
  });

  test('of a new card puts it in the trash, and redo takes it out', () => {
    const { runner, replica } = start();
    const added = runner.run(addActivity, { title: 'Nieuw', outcomeId: 'c1' });
    const id = added.ok ? added.id : '';
    runner.undo();
    expect(replica.board.activities.get(id)?.archivedAt).toBeDefined();
    runner.redo();
    expect(replica.board.activities.get(id)?.archivedAt).toBeUndefined();
    expect(replica.board.activities.get(id)?.title).toBe('Nieuw');
  });

  test('leaves alone what someone else changed since, and says so', () => {
    const { runner, replica, titleOf, told } = start();
    runner.run(editActivity, { activityId: 'a1', title: 'Van mij' });
    setElsewhere(replica.doc(party('o1')), 'a1', 'title', 'Van een ander');
    expect(runner.undo()).toEqual({ ok: false, reason: 'overtaken' });
    expect(titleOf('a1')).toBe('Van een ander');
    expect(told).toHaveLength(1);
    // The step is of no use any more; the one before it is next.
    expect(runner.undo()).toEqual({ ok: false, reason: 'nothing' });
  });

  test('where it may not write refuses, says whose it is and keeps its place', () => {
    const { runner, refused, titleOf } = start();
    runner.run(editActivity, { activityId: 'a1', title: 'Van mij' });
    refused.set('party/o1', 'boardLocked');
    expect(runner.undo()).toEqual({ ok: false, reason: 'boardLocked', organisationName: 'Organisatie 1' });
    expect(titleOf('a1')).toBe('Van mij');
    refused.clear();
    expect(runner.undo()).toMatchObject({ ok: true });
    expect(titleOf('a1')).toBe('Activiteit 1');
  });

  test('a new command ends what could be redone', () => {
    const { runner } = start();
    runner.run(editActivity, { activityId: 'a1', title: 'Een' });
    runner.undo();
    runner.run(archiveActivity, { activityId: 'a2' });
    expect(runner.redo()).toEqual({ ok: false, reason: 'nothing' });
  });

  test('a command that changes nothing is no step', () => {
    const { runner } = start();
    runner.run(editActivity, { activityId: 'a1', title: 'Activiteit 1' });
    expect(runner.undo()).toEqual({ ok: false, reason: 'nothing' });
  });
});

describe('a refusal', () => {
  test('is told at the record with the organisation’s name, and goes at the next success', () => {
    const { runner, refused, titleOf } = start();
    refused.set('party/o2', 'notYours');
    const result = runner.run(editActivity, { activityId: 'a2', title: 'Mag niet' });
    expect(result).toEqual({ ok: false, code: 'notYours', organisationId: 'o2' });
    expect(titleOf('a2')).toBe('Activiteit 2');
    expect(runner.refusal.get()).toMatchObject({
      code: 'notYours',
      recordId: 'a2',
      organisationName: 'Organisatie 2',
    });
    runner.run(editActivity, { activityId: 'a1', title: 'Mag wel' });
    expect(runner.refusal.get()).toBeUndefined();
  });
});
