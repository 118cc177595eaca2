/** Counts which components React renders, by name, in the page under test. Import it before anything that loads React. */

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

interface Hook {
  renderers?: Map<number, unknown>;
  supportsFiber?: boolean;
  inject?: (renderer: unknown) => number;
  onCommitFiberRoot?: (id: number, root: { readonly current: Fiber }, ...rest: unknown[]) => void;
  onCommitFiberUnmount?: () => void;
}

/** React marks with this flag that a component's function ran in this commit. */
const PERFORMED_WORK = 1;
/** Tags of fibers whose type is a component's function. */
const FUNCTIONS = new Set([0, 11, 14, 15]);

const counts = new Map<string, number>();

function nameOf(type: unknown): string | undefined {
  if (typeof type === 'function') return type.name;
  if (typeof type === 'object' && type !== null && 'type' in type) return nameOf(type.type);
  if (typeof type === 'object' && type !== null && 'render' in type) return nameOf(type.render);
  return undefined;
}

function visit(fiber: Fiber): void {
  const before = fiber.alternate;
  const name = FUNCTIONS.has(fiber.tag) ? nameOf(fiber.type) : undefined;
  const ran = before === null || (fiber.flags & PERFORMED_WORK) !== 0;
  if (name && ran) counts.set(name, (counts.get(name) ?? 0) + 1);
  // What React left alone hangs on both sides as the very same fibers.
  if (before !== null && before.child === fiber.child) return;
  const old = new Set<Fiber>();
  for (let child = before?.child ?? null; child; child = child.sibling) old.add(child);
  for (let child = fiber.child; child; child = child.sibling) if (!old.has(child)) visit(child);
}

declare global {
  var __REACT_DEVTOOLS_GLOBAL_HOOK__: Hook | undefined;
}

globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= { renderers: new Map(), supportsFiber: true, inject: () => 1 };
const hook = globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__;
const earlier = hook.onCommitFiberRoot;
hook.onCommitFiberUnmount ??= () => undefined;
hook.onCommitFiberRoot = (id, root, ...rest) => {
  earlier?.(id, root, ...rest);
  visit(root.current);
};

/** How often each component rendered since the last time this was asked. */
export function takeRenderCounts(): Readonly<Record<string, number>> {
  const taken = Object.fromEntries(counts);
  counts.clear();
  return taken;
}
