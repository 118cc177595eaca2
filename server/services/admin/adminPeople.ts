import { SIGN_INS } from '../../../shared/access/auditActions.ts';
import type { AdminPeople, AdminPeopleQuery } from '../../../shared/protocol/admin.ts';
import { countPeople, peoplePage } from '../../db/adminPeople.ts';
import { lastTimes } from '../../db/auditEvents.ts';
import { organisationNames } from '../../db/organisations.ts';
import type { ServiceContext } from '../context.ts';

const PAGE = 50;

/** Accounts by name: those that fit, a page of them. */
export async function adminPeople({ db, now }: ServiceContext, query: AdminPeopleQuery): Promise<AdminPeople> {
  const { page = 1, ...search } = query;
  const total = await countPeople(db, search);
  const rows = await peoplePage(db, search, now(), { limit: PAGE, offset: (page - 1) * PAGE });
  const organisationIds = rows.flatMap(({ organisationId }) => organisationId ?? []);
  const names = await organisationNames(db, [...new Set(organisationIds)]);
  const signedIn = await lastTimes(
    db,
    rows.map(({ id }) => id),
    SIGN_INS,
  );
  const people = rows.map(({ organisationId, administrator, ...row }) => ({
    ...row,
    organisation: organisationId === null ? null : { id: organisationId, name: names.get(organisationId) ?? '' },
    administrator: administrator === 1,
    lastSignIn: signedIn.get(row.id) ?? null,
  }));
  return { people, total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}
