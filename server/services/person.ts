import type { UserRow } from '../db/users.ts';

/** Someone with an account, who acts. */
export type Person = UserRow;
