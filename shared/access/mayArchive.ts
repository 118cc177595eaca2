import type { BoardSettings } from './boardSettings.ts';
import type { Role } from './roles.ts';

/** Whether this role may put cards and outcomes in the trash, in the documents that it may write (N3). */
export function mayArchive(role: Role, settings: BoardSettings): boolean {
  return role === 'facilitator' || (role === 'member' && settings.archive === 'members');
}
