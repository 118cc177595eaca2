import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from './problem.ts';

/** Gives the sentence for an error: what went wrong and what to do. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('problem');
  return useCallback((error: unknown) => t(problemCode(error)), [t]);
}
