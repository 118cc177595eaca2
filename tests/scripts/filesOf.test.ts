import { expect, test } from 'vitest';
import { filesOf, type Manifest } from '../../scripts/size/filesOf.ts';

const MANIFEST: Manifest = {
  'index.html': { file: 'index.js', isEntry: true, imports: ['_react.js'], css: ['index.css'] },
  '_react.js': { file: 'react.js' },
  'views/board/BoardScreen.tsx': { file: 'board.js', isDynamicEntry: true, imports: ['index.html', '_yjs.js'] },
  '_yjs.js': { file: 'yjs.js', imports: ['_react.js'], css: ['yjs.css'] },
};

test('counts the static imports of a chunk and their styles, each once', () => {
  const files = filesOf(MANIFEST, ['index.html', 'views/board/BoardScreen.tsx']);
  expect([...files].sort()).toEqual(['board.js', 'index.css', 'index.js', 'react.js', 'yjs.css', 'yjs.js']);
});

test('does not count what is loaded later', () => {
  expect([...filesOf(MANIFEST, ['index.html'])].sort()).toEqual(['index.css', 'index.js', 'react.js']);
});

test('names a chunk that is gone', () => {
  expect(() => filesOf(MANIFEST, ['views/gone.tsx'])).toThrow(/views\/gone\.tsx/);
});
