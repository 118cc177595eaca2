import { resolve } from 'node:path';

/** The checkout, wherever the command was given. */
export const ROOT = resolve(import.meta.dirname, '../..');
