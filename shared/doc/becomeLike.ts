import * as Y from 'yjs';
import { isSameValue } from '../board/sameValue.ts';

export type TextNode = Y.XmlElement | Y.XmlText | Y.XmlHook;

/** True for what stays whatever the other text says. */
export type IsPinned = (node: TextNode) => boolean;

/** Comparing every node with every other one is left for longer rows than this. */
const MOST_PAIRS = 250_000;

/** All that a node holds, as one string. */
function contentOf(node: TextNode): string {
  if (node instanceof Y.XmlElement) {
    const attributes = Object.entries(node.getAttributes()).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([node.nodeName, attributes, node.toArray().map(contentOf)]);
  }
  return JSON.stringify(node instanceof Y.XmlText ? node.toDelta() : 'hook');
}

type DeltaPart = { readonly insert: unknown; readonly attributes?: { readonly [name: string]: unknown } };

/** The parts of a text by characters; something embedded counts as one. */
function charactersOf(delta: readonly DeltaPart[]): { insert: unknown; attributes: { [name: string]: unknown } }[] {
  return delta.flatMap(({ insert, attributes = {} }) =>
    (typeof insert === 'string' ? insert.split('') : [insert]).map((one) => ({ insert: one, attributes })),
  );
}

/** Changes the characters between what begins and what ends alike; what others type among them meanwhile stays. */
function alterText(target: Y.XmlText, source: Y.XmlText): void {
  const wanted: readonly DeltaPart[] = source.toDelta();
  const [old, now] = [charactersOf(target.toDelta()), charactersOf(wanted)];
  const isAlike = (a: number, b: number): boolean => isSameValue(old[a]?.insert, now[b]?.insert);
  let start = 0;
  while (start < old.length && start < now.length && isAlike(start, start)) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && isAlike(old.length - 1 - end, now.length - 1 - end))
    end++;
  if (old.length > start + end) target.delete(start, old.length - start - end);
  for (const [index, { insert, attributes }] of now.slice(start, now.length - end).entries()) {
    if (typeof insert === 'string') target.insert(start + index, insert, attributes);
    else if (typeof insert === 'object' && insert !== null) target.insertEmbed(start + index, insert, attributes);
  }
  if (isSameValue(target.toDelta(), wanted)) return;
  let position = 0;
  for (const { insert, attributes } of wanted) {
    const length = typeof insert === 'string' ? insert.length : 1;
    const none = Object.fromEntries(
      old.flatMap((character) => Object.keys(character.attributes)).map((name) => [name, null]),
    );
    target.format(position, length, { ...none, ...attributes });
    position += length;
  }
}

function alterElement(target: Y.XmlElement, source: Y.XmlElement, isPinned: IsPinned): void {
  const wanted: { readonly [name: string]: unknown } = source.getAttributes();
  const had: { readonly [name: string]: unknown } = target.getAttributes();
  for (const name of Object.keys(had)) if (!(name in wanted)) target.removeAttribute(name);
  // Another program may have set what is no text; it is kept as it is.
  for (const [name, value] of Object.entries(wanted))
    if (!isSameValue(had[name], value)) target.setAttribute(name, value as string);
  becomeLike(target, source.toArray(), isPinned);
}

function isOfKind(a: TextNode, b: TextNode): boolean {
  if (a instanceof Y.XmlElement) return b instanceof Y.XmlElement && a.nodeName === b.nodeName;
  return a instanceof Y.XmlText && b instanceof Y.XmlText;
}

/** Places of equal contents in both rows, in order, as many as there can be. */
function alike(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  if (old.length * now.length > MOST_PAIRS)
    return old.flatMap((one, at) => (now[at] === one ? [[at, at] as const] : []));
  const best = [...old, ''].map(() => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function copyOf(node: TextNode): TextNode {
  return node.clone();
}

/**
 * Makes a row of nodes hold what another row holds, and leaves standing as much as it can: what someone types in it at
 * the same moment is lost only in paragraphs for which there is no counterpart. Copying into an empty one copies.
 */
export function becomeLike(target: Y.XmlFragment, source: readonly TextNode[], isPinned: IsPinned): void {
  const free = target.toArray().filter((node): node is TextNode => node !== null && !isPinned(node));
  const pairs = alike(free.map(contentOf), source.map(contentOf));
  let [from, to] = [0, 0];
  let after: TextNode | undefined;
  const insert = (node: TextNode): void => {
    const made = copyOf(node);
    const index = after ? target.toArray().indexOf(after) + 1 : 0;
    target.insert(index, [made as Y.XmlElement]);
    after = made;
  };
  for (const [oldEnd, nowEnd] of [...pairs, [free.length, source.length] as const]) {
    const left = free.slice(from, oldEnd);
    for (const wanted of source.slice(to, nowEnd)) {
      const at = left.findIndex((node) => isOfKind(node, wanted));
      const same = left[at];
      if (!same) {
        insert(wanted);
        continue;
      }
      remove(target, left.splice(0, at + 1).slice(0, -1), isPinned);
      if (same instanceof Y.XmlText && wanted instanceof Y.XmlText) alterText(same, wanted);
      else if (same instanceof Y.XmlElement && wanted instanceof Y.XmlElement) alterElement(same, wanted, isPinned);
      after = same;
    }
    remove(target, left, isPinned);
    after = free[oldEnd] ?? after;
    [from, to] = [oldEnd + 1, nowEnd + 1];
  }
}

/** Takes nodes away, but for the pinned ones inside them. */
function remove(parent: Y.XmlFragment, nodes: readonly TextNode[], isPinned: IsPinned): void {
  for (const node of nodes) {
    if (node instanceof Y.XmlElement && node.toArray().some((child) => child !== null && isPinned(child))) {
      becomeLike(node, [], isPinned);
      continue;
    }
    const index = parent.toArray().indexOf(node as Y.XmlElement);
    if (index >= 0) parent.delete(index, 1);
  }
}
