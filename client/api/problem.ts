import type { ProblemCode } from '../../shared/protocol/api.ts';

/** `offline`: no answer came at all. */
export type ApiProblemCode = ProblemCode | 'offline';

/** An answer other than a success. Its code has a sentence in the texts (`problem.*`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ApiProblemCode;
  readonly status: number;
  /** Paths of the fields that were wrong, with `invalidInput`. */
  readonly fields: readonly string[];

  constructor(code: ApiProblemCode, status: number, fields: readonly string[] = []) {
    super(code);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** The code of whatever was thrown; what is no answer of ours counts as `internal`. */
export function problemCode(error: unknown): ApiProblemCode {
  return error instanceof ApiProblem ? error.code : 'internal';
}
