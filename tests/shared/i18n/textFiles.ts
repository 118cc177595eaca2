import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Tree = { readonly [key: string]: string | Tree };

/** Every text of a namespace under its full key, such as `role.member`. */
export function flat(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** A plural has one key in the code and a form for each number in the texts. */
export function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|other)$/, '');
}

export interface UsedKeys {
  readonly literals: ReadonlySet<string>;
  /** Template strings with something in them, as patterns of the whole key. */
  readonly patterns: readonly RegExp[];
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** `role.${role}` and `${field}Hint` stand for every key that they could make. */
function templatesIn(source: string): string[] {
  return [...source.matchAll(/`((?:[\w:.-]|\$\{[^{}`]+\})+)`/g)].map((match) => match[1] ?? '');
}

function patternOf(template: string): RegExp | undefined {
  const parts = template.split(/\$\{[^{}]+\}/);
  if (parts.length < 2 || parts.every((part) => part === '')) return undefined;
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`);
}

/** Keys of a namespace that the browser's source files name. */
export function usedKeys(folder: string, namespace: string): UsedKeys {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sourcesIn(folder)) {
    // A file that gets `t` from elsewhere may mean any namespace.
    const named = source.match(/useTranslation\(\[?'(\w+)'/)?.[1];
    const isDefault = named === undefined || named === namespace || source.includes(`useTranslation('${namespace}')`);
    /** The key that a text of this file means in this namespace. */
    const keyOf = (text: string): string | undefined => {
      if (text.startsWith(`${namespace}:`)) return text.slice(namespace.length + 1);
      return text.includes(':') ? undefined : text;
    };
    for (const [, , plain] of source.matchAll(/(['"])([\w:.-]+)\1/g)) {
      const key = keyOf(plain ?? '');
      if (key) literals.add(key);
    }
    for (const template of templatesIn(source)) {
      const key = isDefault || template.startsWith(`${namespace}:`) ? keyOf(template) : undefined;
      const pattern = key === undefined ? undefined : patternOf(key);
      if (pattern) patterns.push(pattern);
    }
  }
  return { literals, patterns };
}

export function isUsed(key: string, { literals, patterns }: UsedKeys): boolean {
  const name = withoutPlural(key);
  return literals.has(name) || patterns.some((pattern) => pattern.test(name));
}
