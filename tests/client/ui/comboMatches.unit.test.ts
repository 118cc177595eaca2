import { expect, test } from 'vitest';
import { comboMatches } from '../../../client/ui/comboMatches.ts';

const options = ['GGD IJsselland', 'Bibliotheek', 'Équipe Zuid'].map((label) => ({ label }));
const labels = (typed: string) => comboMatches(options, typed).map(({ label }) => label);

test('suggestions fit anywhere in the name, without capitals and accents', () => {
  expect(labels('ijssel')).toEqual(['GGD IJsselland']);
  expect(labels('EQUIPE')).toEqual(['Équipe Zuid']);
  expect(labels('raster')).toEqual([]);
});

test('all are offered before one types, and again once one is chosen', () => {
  expect(labels(' ')).toHaveLength(3);
  expect(labels('bibliotheek')).toHaveLength(3);
});
