import { parseSync } from 'vite';

export interface Import {
  /** What stands between the quotes. */
  readonly specifier: string;
  readonly line: number;
  /** True for `export … from`. */
  readonly reExport: boolean;
}

export interface Module {
  readonly imports: readonly Import[];
  /** True when the file exports something of its own. */
  readonly hasOwnExports: boolean;
  /** Line of a default export; undefined when there is none. */
  readonly defaultExportLine: number | undefined;
}

/**
 * Reads what a TypeScript file imports and exports: statements, `import()` with a literal, types written as
 * `import('…')`, and files started by their address (`new URL('./worker.ts', import.meta.url)`).
 * Throws when the file cannot be parsed.
 * @param path decides the dialect: `.ts` or `.tsx`
 */
export function readModule(path: string, source: string): Module {
  const { module, program, errors } = parseSync(path, source);
  const error = errors.find(({ severity }) => severity === 'Error');
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
  const imports: Import[] = module.staticImports.map(({ moduleRequest, start }) => ({
    specifier: moduleRequest.value,
    line: lineOf(start),
    reExport: false,
  }));
  const exports = module.staticExports.flatMap(({ entries }) => entries);
  for (const { moduleRequest, start } of exports) {
    if (moduleRequest) imports.push({ specifier: moduleRequest.value, line: lineOf(start), reExport: true });
  }
  walk(program, (node) => {
    const specifier = lazySpecifier(node);
    if (specifier !== undefined) imports.push({ specifier, line: lineOf(Number(node['start'])), reExport: false });
  });
  const byDefault = exports.find(({ exportName }) => exportName.kind === 'Default');
  return {
    imports,
    hasOwnExports: exports.some(({ moduleRequest }) => !moduleRequest),
    defaultExportLine: byDefault && lineOf(byDefault.start),
  };
}

type Node = { readonly [field: string]: unknown };

function lazySpecifier(node: Node): string | undefined {
  if (node['type'] === 'ImportExpression' || node['type'] === 'TSImportType') return literal(node['source']);
  if (node['type'] !== 'NewExpression' || !isNode(node['callee']) || node['callee']['name'] !== 'URL') return undefined;
  const [address, base] = Array.isArray(node['arguments']) ? node['arguments'] : [];
  const named = literal(address);
  const isRelative = isNode(base) && base['type'] === 'MemberExpression' && named !== undefined;
  return isRelative && /^\.{1,2}\/.*\.tsx?$/.test(named) ? named : undefined;
}

function literal(node: unknown): string | undefined {
  return isNode(node) && typeof node['value'] === 'string' ? node['value'] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isNode(value)) {
    if (typeof value['type'] === 'string') visit(value);
    for (const field of Object.values(value)) walk(field, visit);
  }
}
