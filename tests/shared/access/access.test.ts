import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../shared/access/boardSettings.ts';
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
        const told = documents.map((ref) => documentAccess(participant, ref, mode, DEFAULT_SETTINGS)[0]).join('');
        expect(told).toBe(TABLE[role][mode]);
        for (const ref of documents) {
          expect(writeRefusal(participant, ref, mode, DEFAULT_SETTINGS) === undefined).toBe(
            documentAccess(participant, ref, mode, DEFAULT_SETTINGS) === 'write',
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
          const access = documentAccess(participant, draft(organisationId), mode, DEFAULT_SETTINGS);
          expect(writeRefusal(participant, draft(organisationId), mode, DEFAULT_SETTINGS) === undefined).toBe(
            access === 'write',
          );
          return access;
        };
        const writes = (role === 'facilitator' || role === 'member') && mode !== 'closed';
        expect(told(true, 'ggd')).toBe(writes ? 'write' : 'read');
        expect([told(false, 'ggd'), told(true, 'bib'), told(false, 'bib')]).toEqual(['none', 'none', 'none']);
        expect(documentAccess({ role, organisationId: 'ggd' }, draft('ggd'), mode, DEFAULT_SETTINGS)).toBe('none');
      });
    }
  }

  it('A4: a stranger has nothing', () =>
    expect(documentAccess(undefined, FRAME, 'open', DEFAULT_SETTINGS)).toBe('none'));
  it('says whose card it is, or why', () => {
    const member = { role: 'member', organisationId: 'ggd' } as const;
    expect(writeRefusal(member, party('bib'), 'own', DEFAULT_SETTINGS)).toBe('notYours');
    expect(writeRefusal(member, FRAME, 'own', DEFAULT_SETTINGS)).toBe('facilitatorsOnly');
    expect(writeRefusal(member, party('ggd'), 'locked', DEFAULT_SETTINGS)).toBe('boardLocked');
    expect(writeRefusal({ ...member, role: 'viewer' }, party('ggd'), 'open', DEFAULT_SETTINGS)).toBe('readOnly');
  });
  it('N2: where outcomes are the facilitators’ the frame is theirs, and the rest is as it was', () => {
    const settings = { ...DEFAULT_SETTINGS, changeOutcomes: 'facilitators' } as const;
    for (const role of ROLES) {
      for (const mode of ['open', 'own', 'locked', 'closed'] as const) {
        const participant = { role, organisationId: 'ggd' };
        const told = [FRAME, party('ggd'), party('bib')].map((ref) => documentAccess(participant, ref, mode, settings));
        const expected = role === 'member' && mode === 'open' ? 'rww' : TABLE[role][mode];
        expect(told.map(([letter]) => letter).join('')).toBe(expected);
      }
    }
    const member = { role: 'member', organisationId: 'ggd' } as const;
    expect(writeRefusal(member, FRAME, 'open', settings)).toBe('facilitatorsOnly');
  });
});

describe('programs', () => {
  it('A7: write what a facilitator of their maker may write, or read', () => {
    for (const mode of ['open', 'own', 'locked', 'closed'] as const) {
      for (const ref of [FRAME, party('ggd'), party('bib')]) {
        const access = (as: 'read' | 'write') =>
          documentAccess(participantByToken(as, 'ggd'), ref, mode, DEFAULT_SETTINGS);
        expect(access('write')).toBe(mode === 'closed' ? 'read' : 'write');
        expect(access('read')).toBe('read');
      }
      for (const as of ['read', 'write'] as const)
        expect(documentAccess(participantByToken(as, 'ggd'), draft('ggd'), mode, DEFAULT_SETTINGS)).toBe('none');
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
