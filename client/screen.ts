import { type ComponentType, lazy } from 'react';
import { laterTexts } from './i18n.ts';

/** A screen, panel or notice whose code, and the texts it says, come when it is needed. */
export function screen<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
) {
  return lazy(async () => {
    const [module] = await Promise.all([load(), laterTexts()]);
    return { default: pick(module) };
  });
}
