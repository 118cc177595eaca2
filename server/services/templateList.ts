import { listTemplates } from '../../shared/exchange/templates.ts';
import type { Template } from '../../shared/protocol/api.ts';

/** What a board can be made from, in the order in which it is offered. */
export async function templateList(): Promise<Template[]> {
  return [...(await listTemplates())];
}
