import { isBoardActionAllowed } from '../../shared/access/boardActions.ts';
import { mayInvite, maySeeAddress } from '../../shared/access/peopleActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { People } from '../../shared/protocol/people.ts';
import { settingsOf } from '../db/boards.ts';
import { hatsOnBoard, organisationsWithContact } from '../db/hats.ts';
import { invitationsSince } from '../db/invitations.ts';
import { peopleOf } from '../db/memberships.ts';
import { organisationNames } from '../db/organisations.ts';
import { actorOf, boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { invitedBy } from './invitationState.ts';
import type { Person } from './person.ts';
import { shownInvitations } from './shownInvitation.ts';

/** How long an invitation that is over stays in the list. */
const SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Everyone on the board; addresses and invitations only for who deals with them (N5 to N7).
 * @throws Problem `notFound`
 */
export async function listPeople({ db, now }: ServiceContext, person: Person, boardId: Id): Promise<People> {
  const onBoard = await boardOf(db, person, boardId);
  const viewer = actorOf(onBoard);
  const settings = { ...settingsOf(onBoard.board), invite: 'contacts' } as const;
  const managesPeople = isBoardActionAllowed('manageOwn', viewer, settings);
  const people = await peopleOf(db, boardId);
  const hats = await hatsOnBoard(db, boardId);
  const since = new Date(now().getTime() - SHOWN_MS).toISOString();
  const rows = managesPeople ? await invitationsSince(db, boardId, since) : [];
  const ids = [...people, ...hats].map((row) => row.organisationId);
  const names = await organisationNames(db, [...new Set(ids)]);
  const organisation = (id: Id): { id: Id; name: string } => ({ id, name: names.get(id) ?? '' });
  return {
    participants: people.map(({ userId, name, email, organisationId, role, isContact, isGuest }) => {
      const others = hats.filter((hat) => hat.userId === userId);
      const standings = [{ organisationId, role, isContact }, ...others];
      const isSeen = standings.some((one) => maySeeAddress(viewer, { ...one, isContact: one.isContact === 1 }));
      return {
        userId,
        name,
        ...(email !== null && isSeen ? { email } : {}),
        organisation: organisation(organisationId),
        alsoFor: others.map((hat) => organisation(hat.organisationId)),
        role,
        isContact: isContact === 1,
        ...(isGuest && { guest: true as const }),
      };
    }),
    invitations: await shownInvitations(
      db,
      rows.filter((row) => mayInvite(viewer, invitedBy(row), settings)),
      { person, as: viewer },
      now(),
    ),
    withContact: [...(await organisationsWithContact(db, boardId))],
  };
}
