/**
 * Who may import whom (docs/architecture.md). Paths are folders or single files; the longest that fits a file is its
 * room. A file may always import from its own room.
 */

/**
 * Each room, and the rooms that it may import. A folder's name allows everything inside it too; with `/*` at its end it
 * allows only what stands in that room itself.
 */
export const ROOMS: { readonly [room: string]: readonly string[] } = {
  'shared/board': [],
  'shared/commands': ['shared/board'],
  'shared/doc': ['shared/commands', 'shared/board'],
  'shared/access': ['shared/board'],
  'shared/protocol': ['shared/access', 'shared/board'],
  'shared/exchange': ['shared/board'],
  'shared/plan': ['shared/board'],
  'shared/workshop': ['shared/board'],
  'shared/i18n': ['shared/board', 'shared/commands', 'shared/protocol'],

  'client/main.tsx': ['client', 'shared'],
  'client/App.tsx': ['client', 'shared'],
  'client/routes.tsx': ['client', 'shared'],
  'client/laterRoutes.tsx': ['client', 'shared'],
  /** What every screen has: addresses, language, theme, the bar at the top. */
  client: ['client/api', 'client/ui', 'shared'],
  'client/ui': ['shared/i18n'],
  'client/api': ['client/*', 'client/ui', 'shared'],
  'client/board': ['client/api', 'client/*', 'shared'],
  'client/editor': ['client/board', 'client/*', 'client/ui', 'shared'],
  'client/interactions': ['client/board', 'client/api', 'client/*', 'client/ui', 'shared'],
  'client/views': [
    'client/interactions',
    'client/editor',
    'client/board',
    'client/api',
    'client/*',
    'client/ui',
    'shared',
  ],
  'client/features': [
    'client/interactions',
    'client/editor',
    'client/board',
    'client/api',
    'client/*',
    'client/ui',
    'shared',
  ],

  'server/main.ts': ['server', 'shared'],
  'server/build.ts': ['server', 'shared'],
  /** Settings and the logger, on which everything in the server may stand. */
  server: ['shared'],
  'server/db': ['server/*', 'shared'],
  'server/services': ['server/db', 'server/*', 'shared'],
  'server/collab': ['server/services', 'server/db', 'server/*', 'shared'],
  'server/http': ['server/services', 'server/*', 'shared'],
  'server/exports': ['shared'],
  'server/cli': ['server/services', 'server/db', 'server/build.ts', 'server/*', 'shared'],

  scripts: [],
  'vite.config.ts': [],
  'vite.server.config.ts': [],
  tests: ['client', 'server', 'shared', 'scripts'],
};

/** Folders whose subfolders are rooms too: one view or feature does not import another. */
export const SPLIT_ROOMS = ['client/views', 'client/features'] as const;

const CLIENT = ['client'];
const SERVER = ['server'];

/**
 * The packages, and where each may be imported. `*` at the end fits any rest; the longest that fits counts.
 * Tests and scripts may import every package.
 */
export const PACKAGES: { readonly [name: string]: readonly string[] } = {
  yjs: ['shared/doc', 'client/board', 'client/editor', 'server/collab'],
  'y-protocols': ['shared/doc', 'client/board', 'client/editor', 'server/collab'],
  'lean-qr': ['client/features'],
  lib0: ['shared/doc', 'client/board', 'server/collab'],
  '@hocuspocus/server': ['server/collab'],
  '@hocuspocus/provider': ['client/board'],
  '@tiptap/*': ['client/editor'],
  ws: ['server/collab', 'server/main.ts', 'server/build.ts'],

  lucia: ['server/services/session'],
  '@node-rs/argon2': ['server/services'],
  hono: ['server/http', 'server/build.ts'],
  '@hono/*': ['server/http', 'server/build.ts', 'server/main.ts'],
  kysely: ['server/db', 'server/build.ts'],
  'better-sqlite3': ['server/db'],
  pg: ['server/db'],
  nodemailer: ['server/services/mail'],
  pino: SERVER,
  zod: ['shared/board', 'shared/protocol', 'shared/exchange', 'client/api.ts', 'server'],
  'jittered-fractional-indexing': ['shared/board', 'shared/exchange'],

  react: CLIENT,
  'react-dom': CLIENT,
  'react-i18next': CLIENT,
  i18next: ['client', 'shared/i18n'],
  'react-aria-components': ['client/ui'],
  wouter: CLIENT,
  '@tanstack/*': CLIENT,
  'lucide-react': CLIENT,
  '@atlaskit/*': ['client/interactions', 'client/views'],
  '@fontsource-variable/*': CLIENT,

  'node:*': SERVER,
  vite: ['server/http', 'vite.config.ts', 'vite.server.config.ts'],
  vitest: ['vite.config.ts'],
  '@vitest/browser-playwright': ['vite.config.ts'],
  '@vitejs/plugin-react': ['vite.config.ts'],
};

/** Rooms in which any package may be imported. */
export const FREE_ROOMS: readonly string[] = ['tests', 'scripts', 'vite.config.ts', 'vite.server.config.ts'];

/** Files whose tool wants a default export. */
export const DEFAULT_EXPORTS: readonly string[] = ['vite.config.ts', 'vite.server.config.ts'];
