import type { Database } from '../../server/db/database.ts';
import { openJournal } from '../../server/db/openJournal.ts';
import { QUIET } from './collabServer.ts';

/** Journals the first content of a board that nobody has open: one update by document key. */
export async function seedBoard(
  database: Database,
  boardId: string,
  content: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const journal = openJournal(database, QUIET);
  try {
    await journal.appendTogether(
      [...content].map(([document, update]) => ({ boardId, document, generation: 1, update, authorId: null })),
    );
  } finally {
    await journal.close();
  }
}
