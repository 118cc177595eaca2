import type { TransferRefusal } from '../../../shared/access/transferRights.ts';
import { Problem } from '../problem.ts';

/** A transfer that cannot be done, with the reason that the browser says in words. */
export function transferRefused(reason: TransferRefusal): Problem {
  return new Problem('transferRefused', { fields: [reason] });
}
