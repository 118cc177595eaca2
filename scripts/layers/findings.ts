import { dirname, join } from 'node:path/posix';
import { findCycles } from './findCycles.ts';
import { type Import, type Module, readModule } from './readImports.ts';
import { DEFAULT_EXPORTS, FREE_ROOMS, PACKAGES, ROOMS, SPLIT_ROOMS } from './rules.ts';

/** A place where a rule is broken, as one line for a person: `file:line sentence`. */
export type Finding = string;

/**
 * Checks the import rules of the whole project.
 * @param sources every TypeScript file of the project under its path from the root, with `/` between folders
 * @param others other files that may be imported (JSON, CSS, `.mjs`): their paths
 * @returns what is wrong, in the order of the files; empty when nothing is
 */
export function findLayerFaults(sources: ReadonlyMap<string, string>, others: ReadonlySet<string>): Finding[] {
  const modules = new Map([...sources].map(([path, source]) => [path, readModule(path, source)]));
  const exists = (path: string) => modules.has(path) || others.has(path);
  const findings: Finding[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, module] of modules) {
    findings.push(...shapeFaults(path, module));
    const targets: string[] = [];
    for (const imported of module.imports) {
      const target = targetOf(path, imported.specifier);
      const fault = target === undefined ? packageFault(path, imported.specifier) : fileFault(path, target, exists);
      if (fault) findings.push(at(path, imported.line, `imports "${imported.specifier}": ${fault}`));
      if (target !== undefined) targets.push(target);
    }
    graph.set(path, targets);
  }
  for (const cycle of findCycles(graph))
    findings.push(`${cycle[0]}: imports itself by way of ${cycle.slice(1).join(' -> ')}`);
  return findings;
}

function at(path: string, line: number, sentence: string): Finding {
  return `${path}:${line} ${sentence}`;
}

function shapeFaults(path: string, module: Module): Finding[] {
  const findings: Finding[] = [];
  if (roomOf(path) === undefined)
    findings.push(at(path, 1, 'stands in no known folder: name it in scripts/layers/rules.ts'));
  const reExport = module.imports.find((imported: Import) => imported.reExport);
  if (reExport && !module.hasOwnExports)
    findings.push(at(path, reExport.line, 'is a barrel file: import from where things stand'));
  if (/(^|\/)index\.tsx?$/.test(path)) findings.push(at(path, 1, 'is named index: name a file after what it does'));
  if (module.defaultExportLine !== undefined && !DEFAULT_EXPORTS.includes(path)) {
    findings.push(at(path, module.defaultExportLine, 'has a default export: use a named one'));
  }
  return findings;
}

/** Path of the imported file from the root; undefined for a package. */
function targetOf(path: string, specifier: string): string | undefined {
  const file = specifier.replace(/\?.*$/, '');
  return file.startsWith('.') ? join(dirname(path), file) : undefined;
}

function fileFault(from: string, target: string, exists: (path: string) => boolean): string | undefined {
  if (!exists(target)) return 'there is no such file; relative imports carry their extension';
  const own = roomOf(from);
  const room = roomOf(target);
  if (own === undefined || room === undefined || own === room) return undefined;
  const allowed = ROOMS[tableRoom(own)] ?? [];
  if (isSibling(own, room)) return `${own} and ${room} do not import one another`;
  if (allowed.some((folder) => (folder.endsWith('/*') ? `${room}/*` === folder : isIn(target, folder))))
    return undefined;
  if (room === 'tests') return 'nothing imports tests';
  return `${own} may import ${allowed.length === 0 ? 'no other folder' : `only ${allowed.join(', ')}`}`;
}

function packageFault(from: string, specifier: string): string | undefined {
  if (FREE_ROOMS.some((room) => isIn(from, room))) return undefined;
  const name = longest(Object.keys(PACKAGES), (key) =>
    key.endsWith('*') ? specifier.startsWith(key.slice(0, -1)) : specifier === key || specifier.startsWith(`${key}/`),
  );
  if (name === undefined) return 'this package has no place yet: give it one in scripts/layers/rules.ts';
  const places = PACKAGES[name] ?? [];
  return places.some((place) => isIn(from, place)) ? undefined : `${name} belongs in ${places.join(', ')} only`;
}

/** The room in which a file stands: the longest name of the table that fits, with the subfolder where rooms are split. */
function roomOf(path: string): string | undefined {
  const split = SPLIT_ROOMS.find((folder) => isIn(path, folder));
  const subfolder = split && /^[^/]+(?=\/)/.exec(path.slice(split.length + 1))?.[0];
  if (subfolder) return `${split}/${subfolder}`;
  return longest(Object.keys(ROOMS), (room) => isIn(path, room));
}

function tableRoom(room: string): string {
  return SPLIT_ROOMS.find((folder) => isIn(room, folder)) ?? room;
}

function isSibling(own: string, room: string): boolean {
  return own !== room && tableRoom(own) === tableRoom(room);
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function longest(names: readonly string[], fits: (name: string) => boolean): string | undefined {
  return names.filter(fits).sort((a, b) => b.length - a.length)[0];
}
