import { describe, expect, it } from 'vitest';
import { BOARD_ACTIONS, isBoardActionAllowed } from '../../../shared/access/boardActions.ts';
import { documentAccess } from '../../../shared/access/documentAccess.ts';
import { participantByToken } from '../../../shared/access/participantByToken.ts';
import { ROLES } from '../../../shared/access/roles.ts';
import { writeRefusal } from '../../../shared/access/writeRefusal.ts';
import { draft, FRAME, party } from '../../../shared/board/documentRef.ts';
import { documentName, parseDocumentName } from '../../../shared/doc/names.ts';

/** role, mode → frame, own document, another's document. w = write, r = read. */
const TABLE = {
  facilitator: { open: 'www', own: 'www', locked: 'www', closed: 'rrr' },
  member: { open: 'www', own: 'rwr', locked: 'rrr', closed: 'rrr' },
  commenter: { open: 'rrr', own: 'rrr', locked: 'rrr', closed: 'rrr' },
  viewer: { open: 'rrr', own: 'rrr', locked: 'rrr', closed: 'rrr' },
} as const;

describe('rights per document', () => {
  for (const role of ROLES) {
    for (const mode of ['open', 'own', 'locked', 'closed'] as const) {
      it(`A2, A3: ${role} in mode ${mode}`, () => {
        const participant = { role, organisationId: 'ggd' };
        const documents = [FRAME, party('ggd'), party('bib')];
        const told = documents.map((ref) => documentAccess(participant, ref, mode)[0]).join('');
        expect(told).toBe(TABLE[role][mode]);
        for (const ref of documents) {
          expect(writeRefusal(participant, ref, mode) === undefined).toBe(
            documentAccess(participant, ref, mode) === 'write',
          );
        }
      });
    }
  }

  for (const role of ROLES) {
    for (const mode of ['open', 'own', 'locked', 'closed'] as const) {
      it(`W1, W2: the draft of ${role} in mode ${mode}`, () => {
        const told = (seesDrafts: boolean, organisationId: string) => {
          const participant = { role, organisationId: 'ggd', seesDrafts };
          const access = documentAccess(participant, draft(organisationId), mode);
          expect(writeRefusal(participant, draft(organisationId), mode) === undefined).toBe(access === 'write');
          return access;
        };
        const writes = (role === 'facilitator' || role === 'member') && mode !== 'closed';
        expect(told(true, 'ggd')).toBe(writes ? 'write' : 'read');
        expect([told(false, 'ggd'), told(true, 'bib'), told(false, 'bib')]).toEqual(['none', 'none', 'none']);
        expect(documentAccess({ role, organisationId: 'ggd' }, draft('ggd'), mode)).toBe('none');
      });
    }
  }

  it('A4: a stranger has nothing', () => expect(documentAccess(undefined, FRAME, 'open')).toBe('none'));
  it('says whose card it is, or why', () => {
    const member = { role: 'member', organisationId: 'ggd' } as const;
    expect(writeRefusal(member, party('bib'), 'own')).toBe('notYours');
    expect(writeRefusal(member, FRAME, 'own')).toBe('facilitatorsOnly');
    expect(writeRefusal(member, party('ggd'), 'locked')).toBe('boardLocked');
    expect(writeRefusal({ ...member, role: 'viewer' }, party('ggd'), 'open')).toBe('readOnly');
  });
  it('A6: facilitators do everything, members copy', () => {
    for (const action of BOARD_ACTIONS) {
      expect(ROLES.filter((role) => isBoardActionAllowed(action, role))).toEqual(
        action === 'copy' ? ['facilitator', 'member'] : ['facilitator'],
      );
    }
  });
});

describe('programs', () => {
  it('A7: write what a facilitator of their maker may write, or read', () => {
    for (const mode of ['open', 'own', 'locked', 'closed'] as const) {
      for (const ref of [FRAME, party('ggd'), party('bib')]) {
        const access = (as: 'read' | 'write') => documentAccess(participantByToken(as, 'ggd'), ref, mode);
        expect(access('write')).toBe(mode === 'closed' ? 'read' : 'write');
        expect(access('read')).toBe('read');
      }
      for (const as of ['read', 'write'] as const)
        expect(documentAccess(participantByToken(as, 'ggd'), draft('ggd'), mode)).toBe('none');
    }
  });
});

describe('names of documents', () => {
  it('D1: are read back, and nothing else is', () => {
    for (const ref of [FRAME, party('ggd-1'), draft('ggd-1')])
      expect(parseDocumentName(documentName('b1', ref))).toEqual({ boardId: 'b1', ref });
    for (const name of [
      '',
      'board',
      'board/b1',
      'board/b1/frame/x',
      'board/b1/party',
      'board/b1/party/',
      'board/b1/party/a/b',
      'board/../frame',
      'x/b1/frame',
      'board/b1/draft',
      'board/b1/draft/ggd/x',
      'board/b1/drafts/ggd',
      'board/b1/party/é',
    ]) {
      expect(parseDocumentName(name), name).toBeUndefined();
    }
  });
});
