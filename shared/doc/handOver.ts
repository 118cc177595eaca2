import type { Id } from '../board/ids.ts';
import { addLineage } from './activityRecord.ts';
import { copyActivity, type Held } from './copyActivity.ts';
import { leaveMark } from './departure.ts';

/** An activity goes to another document: it stands there from now on, and a mark at its old place says so (X3). */
export function handOver(source: Held, target: Held, id: Id, at: string): void {
  copyActivity(source, target, id, at);
  addLineage(target.doc, id, { kind: 'handOver', at, document: source.key });
  leaveMark(source, id, { movedTo: target.key }, at);
}
