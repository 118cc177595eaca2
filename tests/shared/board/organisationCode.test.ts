import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationCode } from '../../../shared/board/organisationCode.ts';

describe('organisationCode', () => {
  it.each([
    ['GGD IJsselland', [], 'GGD'],
    ['Regionaal Serviceteam Jeugd (RSJ)', [], 'RSJ'],
    ['Nederlands Jeugdinstituut', ['NJI'], 'NJI'],
    ['gemeente Deventer', ['gemeente'], 'GD'],
    ['de vakgroep jongeren (leerplicht, RMC, Jongerenloket en leerlingenvervoer)', [], 'VJLR'],
    ['Raster', [], 'RAS'],
    ['Stichting Sotog', [], 'STI'],
  ])('takes for %s what a reader would', (name, aliases, code) => {
    expect(organisationCode(name, aliases, new Set())).toBe(code);
  });

  it('goes on to the next where a code is taken', () => {
    expect(organisationCode('Saxion', [], new Set(['SAX']))).toBe('SAXI');
    expect(organisationCode('Saxion', [], new Set(['SAX', 'SAXI']))).toBe('SAI');
  });

  it('gives two to four capitals that nobody has, for any name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 60 }), (names) => {
        const taken = new Set<string>();
        for (const name of names) {
          const code = organisationCode(name, [], taken);
          expect(code).toMatch(/^[A-Z]{2,4}$/);
          expect(taken.has(code)).toBe(false);
          taken.add(code);
        }
      }),
      { seed: 7 },
    );
  });
});
