import { type ComponentType, lazy } from 'react';
import { fetchWhenIdle } from './fetchWhenIdle.ts';

const loaders = new Set<() => Promise<unknown>>();

/**
 * A widget of the overlay chunk: react-aria gives its behaviour and weighs too much for the first load.
 * It comes when first opened, or earlier by `prefetchOverlays`.
 */
export function overlay<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
) {
  loaders.add(load);
  return lazy(async () => ({ default: pick(await load()) }));
}

/** Fetches the overlay chunks early, so that a first menu opens at once. */
export function prefetchOverlays(): void {
  fetchWhenIdle(() => Promise.allSettled([...loaders].map((load) => load())));
}
