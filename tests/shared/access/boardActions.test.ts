import { describe, expect, it } from 'vitest';
import {
  type Actor,
  actionRefusal,
  BOARD_ACTIONS,
  type BoardAction,
  isBoardActionAllowed,
} from '../../../shared/access/boardActions.ts';
import { ARCHIVE_BY, CHANGE_OUTCOMES_BY, DEFAULT_SETTINGS, INVITE_BY } from '../../../shared/access/boardSettings.ts';
import type { Participant } from '../../../shared/access/documentAccess.ts';
import { mayChangeRole, mayInvite, mayRemove, maySeeAddress } from '../../../shared/access/peopleActions.ts';
import { ROLES } from '../../../shared/access/roles.ts';

const SETTINGS = CHANGE_OUTCOMES_BY.flatMap((changeOutcomes) =>
  ARCHIVE_BY.flatMap((archive) => INVITE_BY.map((invite) => ({ changeOutcomes, archive, invite }))),
);
const YES_AND_NO = [true, false];
const ACTORS: readonly Actor[] = ROLES.flatMap((role) =>
  YES_AND_NO.flatMap((isContact) => YES_AND_NO.map((isGuest) => ({ role, isContact, isGuest }))),
);
const PEOPLE: readonly Participant[] = ROLES.flatMap((role) =>
  YES_AND_NO.flatMap((isContact) => ['ggd', 'bieb'].map((organisationId) => ({ role, isContact, organisationId }))),
);
const contact: Participant = { role: 'member', isContact: true, organisationId: 'ggd' };
const facilitator: Participant = { role: 'facilitator', organisationId: 'gemeente' };

describe('the table of actions', () => {
  it('A6: without contacts and settings facilitators do everything, members copy and archive', () => {
    const others: { readonly [action in BoardAction]?: string[] } = {
      copy: ['facilitator', 'member'],
      archive: ['facilitator', 'member'],
    };
    for (const action of BOARD_ACTIONS) {
      const allowed = ROLES.filter((role) => isBoardActionAllowed(action, { role }, DEFAULT_SETTINGS));
      expect(allowed, action).toEqual(others[action] ?? ['facilitator']);
    }
  });

  it('N1: being contact adds the own organisation’s people, and nothing else', () => {
    for (const settings of SETTINGS) {
      const added = BOARD_ACTIONS.filter(
        (action) =>
          isBoardActionAllowed(action, { role: 'viewer', isContact: true }, settings) &&
          !isBoardActionAllowed(action, { role: 'viewer' }, settings),
      );
      expect(added).toEqual(settings.invite === 'contacts' ? ['inviteOwn', 'manageOwn'] : ['manageOwn']);
    }
  });

  it('N3: who archives is a setting', () => {
    const kept = { ...DEFAULT_SETTINGS, archive: 'facilitators' } as const;
    expect(ROLES.filter((role) => isBoardActionAllowed('archive', { role }, kept))).toEqual(['facilitator']);
  });

  it('a guest does nothing but put in the trash what a member may', () => {
    for (const actor of ACTORS.filter(({ isGuest }) => isGuest)) {
      for (const settings of SETTINGS) {
        const allowed = BOARD_ACTIONS.filter((action) => isBoardActionAllowed(action, actor, settings));
        const { role } = actor;
        expect(allowed).toEqual(isBoardActionAllowed('archive', { role }, settings) ? ['archive'] : []);
      }
    }
  });

  it('a refusal names who may, and there is none for who may', () => {
    for (const action of BOARD_ACTIONS) {
      for (const actor of ACTORS) {
        for (const settings of SETTINGS) {
          const isAllowed = isBoardActionAllowed(action, actor, settings);
          expect(actionRefusal(action, actor, settings) === undefined).toBe(isAllowed);
        }
      }
    }
    const of = (action: BoardAction) => actionRefusal(action, { role: 'viewer' }, DEFAULT_SETTINGS);
    expect(of('rename')).toBe('facilitators');
    expect(of('inviteOwn')).toBe('facilitatorsAndContacts');
    expect(of('archive')).toBe('facilitatorsAndMembers');
  });
});

describe('people', () => {
  it('N5: a contact invites colleagues as member, commenter or viewer; a facilitator anyone; others nobody', () => {
    for (const settings of SETTINGS) {
      for (const wanted of PEOPLE) {
        expect(mayInvite(facilitator, wanted, settings)).toBe(true);
        const isColleague = wanted.organisationId === 'ggd' && wanted.role !== 'facilitator' && !wanted.isContact;
        expect(mayInvite(contact, wanted, settings)).toBe(settings.invite === 'contacts' && isColleague);
        expect(mayInvite({ ...contact, isContact: false }, wanted, settings)).toBe(false);
      }
    }
  });

  it('N6: a contact never touches a facilitator, another contact, or another organisation', () => {
    for (const target of PEOPLE) {
      const isManaged = target.organisationId === 'ggd' && target.role !== 'facilitator' && !target.isContact;
      expect(mayRemove(contact, target, DEFAULT_SETTINGS)).toBe(isManaged);
      for (const role of ROLES) {
        for (const hasContact of YES_AND_NO) {
          expect(mayChangeRole(contact, target, role, hasContact, DEFAULT_SETTINGS)).toBe(
            isManaged && role !== 'facilitator',
          );
        }
      }
    }
  });

  it('N6: of an organisation with a contact a facilitator makes and unmakes facilitators alone', () => {
    for (const target of PEOPLE) {
      expect(mayRemove(facilitator, target, DEFAULT_SETTINGS)).toBe(true);
      for (const role of ROLES) {
        const is = (hasContact: boolean) => mayChangeRole(facilitator, target, role, hasContact, DEFAULT_SETTINGS);
        expect(is(false)).toBe(true);
        expect(is(true)).toBe(role === 'facilitator' || target.role === 'facilitator');
      }
    }
  });

  it('N7: addresses are seen by the contact of the organisation; a facilitator sees those of contacts', () => {
    const viewer: Participant = { role: 'viewer', organisationId: 'ggd' };
    for (const target of PEOPLE) {
      expect(maySeeAddress(viewer, target)).toBe(false);
      expect(maySeeAddress(contact, target)).toBe(target.organisationId === 'ggd');
      expect(maySeeAddress(facilitator, target)).toBe(target.isContact === true || target.role === 'facilitator');
    }
  });
});
