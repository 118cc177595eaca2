import { nlFirst } from './nlFirst.ts';
import { nlLater } from './nlLater.ts';

/** Dutch is the reference: every other language has these namespaces and keys. */
export const nl = { ...nlFirst, ...nlLater } as const;
