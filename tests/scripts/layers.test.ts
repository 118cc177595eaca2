import { describe, expect, test } from 'vitest';
import { findLayerFaults } from '../../scripts/layers/findings.ts';

/** A small project that keeps every rule. */
const GOOD = {
  'shared/board/ids.ts': 'export const id = 1;',
  'shared/commands/move.ts': "import { id } from '../board/ids.ts'; export const move = id;",
  'shared/doc/read.ts': "import * as Y from 'yjs'; import { id } from '../board/ids.ts'; export const read = [Y, id];",
  'shared/access/roles.ts': 'export const ROLES = [];',
  'client/main.tsx': "import { Board } from './views/board/Board.tsx'; Board();",
  'client/board/store.ts': "import { read } from '../../shared/doc/read.ts'; export const store = read;",
  'client/ui/Button.tsx': "import { useId } from 'react'; export const Button = useId;",
  'client/views/board/Board.tsx':
    "import './board.css'; import { Button } from '../../ui/Button.tsx'; export function Board() { return <Button />; }",
  'client/views/board/board.css': '',
  'client/views/matrix/Matrix.tsx': 'export const Matrix = 1;',
  'client/paths.ts': "export const home = '/';",
  'client/routes.tsx': "import { Panel } from './features/activity/Panel.tsx'; export const routes = [Panel];",
  'client/editor/editor.ts': "import { Editor } from '@tiptap/core'; export const editor = Editor;",
  'client/features/activity/Panel.tsx':
    "import { editor } from '../../editor/editor.ts'; import { home } from '../../paths.ts'; export const Panel = [editor, home];",
  'server/main.ts': "import { build } from './build.ts'; build();",
  'server/build.ts': "import { db } from './db/open.ts'; export const build = () => db;",
  'server/db/open.ts': "import { Kysely } from 'kysely'; export const db = Kysely;",
  'server/services/makeBoard.ts': "import { db } from '../db/open.ts'; export const makeBoard = () => db;",
  'server/http/boards.ts':
    "import { Hono } from 'hono'; import { makeBoard } from '../services/makeBoard.ts'; export const boards = [Hono, makeBoard];",
  'server/collab/journal.ts': "export const worker = new URL('./journalWorker.ts', import.meta.url);",
  'server/collab/journalWorker.ts': "import { Worker } from 'node:worker_threads'; export const W = Worker;",
  'tests/server/boards.test.ts':
    "import { boards } from '../../server/http/boards.ts'; import { expect } from 'vitest'; expect(boards);",
};

/** Checks the good project with some files added or changed. */
function faultsOf(changes: Record<string, string>): string[] {
  const all = Object.entries({ ...GOOD, ...changes });
  const isModule = (path: string) => /\.tsx?$/.test(path);
  return findLayerFaults(
    new Map(all.filter(([path]) => isModule(path))),
    new Set(all.map(([path]) => path).filter((path) => !isModule(path))),
  );
}

describe('the import rules', () => {
  test('accept a project that keeps them', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each<[rule: string, path: string, source: string, fault: RegExp]>([
    [
      'the client does not import the server',
      'client/board/x.ts',
      "import '../../server/build.ts'",
      /client\/board may/,
    ],
    [
      'the server does not import the client',
      'server/http/x.ts',
      "import '../../client/board/store.ts'",
      /server\/http may/,
    ],
    [
      'shared does not import the client',
      'shared/board/x.ts',
      "import '../../client/board/store.ts'",
      /shared\/board may/,
    ],
    ['shared does not import the server', 'shared/doc/x.ts', "import '../../server/db/open.ts'", /shared\/doc may/],
    ['board is the ground', 'shared/board/x.ts', "import '../commands/move.ts'", /no other folder/],
    ['commands stand on board alone', 'shared/commands/x.ts', "import '../doc/read.ts'", /only shared\/board/],
    ['access stands on board alone', 'shared/access/x.ts', "import '../commands/move.ts'", /only shared\/board/],
    ['the kit knows no board', 'client/ui/x.tsx', "import '../board/store.ts'", /client\/ui may/],
    [
      'a view imports no feature',
      'client/views/board/x.tsx',
      "import '../../features/activity/Panel.tsx'",
      /views\/board may/,
    ],
    [
      'a feature imports no view',
      'client/features/activity/x.tsx',
      "import '../../views/board/Board.tsx'",
      /activity may/,
    ],
    [
      'a view imports no other view',
      'client/views/board/x.tsx',
      "import '../matrix/Matrix.tsx'",
      /not import one another/,
    ],
    ['a feature knows no routes', 'client/features/people/x.tsx', "import '../../routes.tsx'", /features\/people may/],
    ['the shell knows no feature', 'client/x.tsx', "import './features/activity/Panel.tsx'", /client may/],
    [
      'interactions import no view',
      'client/interactions/x.ts',
      "import '../views/board/Board.tsx'",
      /client\/interactions/,
    ],
    ['routes go by services', 'server/http/x.ts', "import '../db/open.ts'", /server\/http may/],
    ['services know no routes', 'server/services/x.ts', "import '../http/boards.ts'", /server\/services may/],
    ['routes and live editing are apart', 'server/collab/x.ts', "import '../http/boards.ts'", /server\/collab may/],
    ['the database knows no services', 'server/db/x.ts', "import '../services/makeBoard.ts'", /server\/db may/],
    [
      'nothing imports tests',
      'server/http/x.ts',
      "import '../../tests/server/boards.test.ts'",
      /nothing imports tests/,
    ],
    ['types count too', 'client/board/x.ts', "import type { db } from '../../server/db/open.ts'", /client\/board may/],
    ['types in brackets count too', 'client/board/x.ts', "export type T = import('../../server/db/open.ts').T", /may/],
    [
      'lazy imports count too',
      'client/ui/x.ts',
      "export const l = () => import('../board/store.ts')",
      /client\/ui may/,
    ],
    [
      'workers count too',
      'client/ui/x.ts',
      "new Worker(new URL('../board/store.ts', import.meta.url))",
      /client\/ui may/,
    ],
    [
      're-exports count too',
      'client/ui/x.ts',
      "export { store } from '../board/store.ts'; export const a = 1",
      /may import/,
    ],
    ['yjs stays in its folders', 'shared/board/x.ts', "import * as Y from 'yjs'", /yjs belongs in/],
    ['yjs stays out of services', 'server/services/x.ts', "import { Doc } from 'yjs'", /yjs belongs in/],
    ['lucia stays in its folder', 'server/http/x.ts', "import { Lucia } from 'lucia'", /lucia belongs in/],
    ['hono stays in http', 'server/services/x.ts', "import { Hono } from 'hono'", /hono belongs in/],
    ['kysely stays in db', 'server/services/x.ts', "import { sql } from 'kysely'", /kysely belongs in/],
    ['react stays in the client', 'shared/board/x.ts', "import { useId } from 'react'", /react belongs in/],
    [
      'subpaths count as the package',
      'server/x.ts',
      "import { createRoot } from 'react-dom/client'",
      /react-dom belongs in/,
    ],
    ['the editor stays in its folder', 'client/views/board/x.tsx', "import { Editor } from '@tiptap/core'", /tiptap/],
    ['shared has no Node', 'shared/board/x.ts', "import 'node:fs'", /node:\* belongs in server only/],
    ['the client has no Node', 'client/board/x.ts', "import 'node:fs'", /node:\* belongs in server only/],
    ['every package has a place', 'server/x.ts', "import 'left-pad'", /no place yet/],
    ['imports carry their extension', 'server/x.ts', "import './build'", /carry their extension/],
    ['imported files exist', 'server/x.ts', "import './gone.ts'", /no such file/],
    ['no barrel files', 'client/ui/x.ts', "export { Button } from './Button.tsx'", /barrel file/],
    ['no barrel files by star', 'client/ui/x.ts', "export * from './Button.tsx'", /barrel file/],
    ['no file is named index', 'client/ui/index.ts', 'export const a = 1', /named index/],
    ['no default exports', 'client/ui/x.ts', 'export default 1', /default export/],
    ['every folder is known', 'helpers/x.ts', 'export const a = 1', /no known folder/],
  ])('%s', (_rule, path, source, fault) => {
    const faults = faultsOf({ [path]: source });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${path}:1 `));
    expect(faults[0]).toMatch(fault);
  });

  test('no cycles, over any number of files', () => {
    const faults = faultsOf({
      'server/a.ts': "import { b } from './b.ts'; export const a = b;",
      'server/b.ts': "import { c } from './c.ts'; export const b = c;",
      'server/c.ts': "import type { a } from './a.ts'; export const c: typeof a = 1;",
    });
    expect(faults).toEqual(['server/a.ts: imports itself by way of server/b.ts -> server/c.ts -> server/a.ts']);
  });

  test('say on which line', () => {
    const [fault] = faultsOf({ 'server/services/x.ts': "export const a = 1;\n\nimport { sql } from 'kysely';\nsql;" });
    expect(fault).toMatch(/^server\/services\/x\.ts:3 imports "kysely"/);
  });

  test('a file that cannot be read is named', () => {
    expect(() => faultsOf({ 'server/x.ts': 'export const = ;' })).toThrow(/server\/x\.ts/);
  });
});
