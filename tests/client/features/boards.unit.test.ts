import { describe, expect, test } from 'vitest';
import { yearChoices, yearRange, yearsProblem } from '../../../client/features/boards/years.ts';
import { paths, returnAddress } from '../../../client/paths.ts';
import { sketchColumns } from '../../../client/ui/sketchColumns.ts';

describe('years of a new board', () => {
  test('offer those around now and those of the template', () => {
    expect(yearChoices([], 2026)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032]);
    expect(yearChoices([2018, 2019], 2026)[0]).toBe(2018);
  });

  test('are all years from the first to the last', () => {
    expect(yearRange(2026, 2028)).toEqual([2026, 2027, 2028]);
    expect(yearRange(2026, 2026)).toEqual([2026]);
  });

  test('are one to ten, in order', () => {
    expect(yearsProblem(2026, 2035)).toBeUndefined();
    expect(yearsProblem(2026, 2036)).toBe('yearsTooMany');
    expect(yearsProblem(2027, 2026)).toBe('yearsWrong');
  });
});

describe('the drawing of a template', () => {
  test.each([
    { columns: 7, sections: 20, activities: 54, organisations: 30 },
    { columns: 5, sections: 0, activities: 51, organisations: 52 },
    { columns: 3, sections: 0, activities: 0, organisations: 5 },
    { columns: 1, sections: 0, activities: 6, organisations: 1 },
  ])('has its $columns columns and $activities cards', (numbers) => {
    const drawn = sketchColumns(numbers);
    expect(drawn).toHaveLength(numbers.columns);
    expect(drawn.flat(2)).toHaveLength(numbers.activities);
    expect(drawn.flat().length).toBeGreaterThanOrEqual(numbers.sections);
    expect(sketchColumns(numbers)).toEqual(drawn);
  });

  test('an empty board has columns to fill', () => {
    expect(sketchColumns({ columns: 0, sections: 0, activities: 0, organisations: 0 }).flat(2)).toEqual([]);
  });
});

describe('where one goes after signing in', () => {
  test('to the page one came for', () => {
    const address = paths.signIn('/bord/b1/kaart/a1?zoek=ggd');
    expect(returnAddress(new URL(address, 'http://x').search)).toBe('/bord/b1/kaart/a1?zoek=ggd');
  });

  test.each(['https://elders.example', '//elders.example', '/\\elders.example', 'javascript:alert(1)', ''])(
    'never to %s',
    (address) => {
      expect(returnAddress(`?naar=${encodeURIComponent(address)}`)).toBe(paths.boards());
    },
  );
});
