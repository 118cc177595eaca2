import type { ProblemCode } from '../../shared/protocol/api.ts';
import { isStoreError } from '../db/storeError.ts';

/** A request that cannot be done, for a reason that the user is told. HTTP turns it into problem+json in one place. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** Paths of the fields that were wrong, with `invalidInput`; why, with `transferRefused`. */
  readonly fields: readonly string[] | undefined;

  constructor(code: ProblemCode, options: { readonly fields?: readonly string[]; readonly cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.fields = options.fields;
  }
}

/** Any error as a problem: `storeUnavailable` when the database fails, `internal` for what is our own mistake. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(isStoreError(error) ? 'storeUnavailable' : 'internal', { cause: error });
}
