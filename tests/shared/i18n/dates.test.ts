import { describe, expect, test } from 'vitest';
import { formatDate, formatDateTime, formatRelative } from '../../../shared/i18n/dates.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');

describe('dates', () => {
  test('are written out in the reader’s language', () => {
    expect(formatDate('2026-11-22T12:00:00.000Z', 'nl')).toBe('22 november 2026');
    expect(formatDate('2026-11-22T12:00:00.000Z', 'en')).toBe('22 November 2026');
    expect(formatDateTime('2026-11-22T12:00:00.000Z', 'nl')).toMatch(/^22 november 2026 om \d\d:\d\d$/);
  });

  test.each([
    ['2026-11-22T11:59:40.000Z', 'zojuist'],
    ['2026-11-22T11:55:00.000Z', '5 minuten geleden'],
    ['2026-11-22T10:00:00.000Z', '2 uur geleden'],
    ['2026-11-21T11:00:00.000Z', 'gisteren'],
    ['2026-11-18T12:00:00.000Z', '4 dagen geleden'],
    ['2026-11-10T12:00:00.000Z', '10 november 2026'],
  ])('%s was %s', (iso, words) => {
    expect(formatRelative(iso, 'nl', NOW)).toBe(words);
  });

  test('a clock that runs ahead says nothing odd', () => {
    expect(formatRelative('2026-11-22T12:00:20.000Z', 'en', NOW)).toBe('just now');
  });
});
