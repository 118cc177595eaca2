import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const PASSING = new Set(['offline', 'storeUnavailable', 'internal']);

/** Asks again only where asking again can help. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiProblem && PASSING.has(error.code),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
