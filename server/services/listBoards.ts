import type { BoardSummary } from '../../shared/protocol/api.ts';
import { type BoardSummaryRow, boardsOfUser } from '../db/boardSummaries.ts';
import type { Db } from '../db/database.ts';
import { organisationNames } from '../db/organisations.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';

/** Puts the organisations' names with the rows. */
export async function summariesOf(db: Db, rows: readonly BoardSummaryRow[]): Promise<BoardSummary[]> {
  const names = await organisationNames(db, [...new Set(rows.map((row) => row.organisationId))]);
  return rows.map(({ organisationId, ...row }) => ({
    ...row,
    organisation: { id: organisationId, name: names.get(organisationId) ?? '' },
  }));
}

/** The boards that the person is on, last changed first. */
export async function listBoards({ db }: ServiceContext, person: Person): Promise<BoardSummary[]> {
  return summariesOf(db, await boardsOfUser(db, person.id));
}
