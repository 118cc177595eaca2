import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idSchema, problemSchema } from '../../shared/protocol/api.ts';
import { Problem } from '../services/problem.ts';
import type { Env } from './requestContext.ts';

/** A router whose invalid input becomes a problem that names the fields. */
export function apiRouter(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const fields = result.error.issues.map((issue) => issue.path.join('.'));
      throw new Problem('invalidInput', { fields: [...new Set(fields)] });
    },
  });
}

/** A JSON body that must be there. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

/** An answer in JSON. */
export function jsonAnswer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** Errors of every route; which codes a route gives, its service says. */
export const problems = {
  default: { description: 'Problem', content: { 'application/problem+json': { schema: problemSchema } } },
} as const;

export const boardIdParam = z.object({ boardId: idSchema });
export const tokenParam = z.object({ token: z.string().min(1).max(200) });
