import { nlFirst } from '../../shared/i18n/nlFirst.ts';
import { ApiProblem, type ApiProblemCode } from './problem.ts';

const ROOT = '/api/v1';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function isCode(value: unknown): value is ApiProblemCode {
  return typeof value === 'string' && value in nlFirst.problem;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const { code, fields } = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    fields?: unknown;
  };
  if (isCode(code)) {
    return new ApiProblem(code, response.status, Array.isArray(fields) ? fields.map(String) : []);
  }
  return notOurs(response);
}

/** A page of a proxy, or of a network that wants one to sign in first: our server was not reached. */
function notOurs(response: Response): ApiProblem {
  return new ApiProblem('offline', response.status);
}

/**
 * One request to `/api/v1`. The server validates against the same schemas, so answers are taken as they come.
 * @throws ApiProblem for every answer that is no success, and when none comes
 */
export async function request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${ROOT}${path}`, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiProblem('offline', 0);
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 || response.status === 202) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch {
    throw notOurs(response);
  }
}
