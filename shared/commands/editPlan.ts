import { FRAME } from '../board/documentRef.ts';
import { LIMITS } from '../board/limits.ts';
import { type Command, refuse } from './command.ts';
import { changing, refuseWrite } from './guards.ts';

/** Id of the one record in the frame's root map `plan`. */
export const PLAN_ID = 'plan';

export interface SetYears {
  readonly years: readonly number[];
}

/** Sets the years of the plan (P3). Results of a year that is left out stay in the document. */
export const setYears: Command<SetYears> = (board, args, context) => {
  const refusal = refuseWrite(context, FRAME);
  if (refusal) return refusal;
  const years = [...new Set(args.years)].sort((a, b) => a - b);
  const wrong = years.some((year) => !Number.isInteger(year) || year < 1990 || year > 2100);
  if (wrong || years.length < LIMITS.years.min || years.length > LIMITS.years.max) return refuse('yearsInvalid');
  const patch = changing('plan', PLAN_ID, { years: [...board.plan.years] }, { years });
  return { ok: true, document: FRAME, id: PLAN_ID, patches: [patch] };
};
