import '../../../client/ui/tokens.css';
import { afterEach, describe, expect, test } from 'vitest';
import { HUES } from '../../../client/ui/organisationColour.ts';
import { COLOUR_COUNT } from '../../../shared/board/board.ts';

/** The colour that a CSS value comes to in the page, as sRGB from 0 to 1. */
function computed(value: string, attributes: { readonly [name: string]: string } = {}): readonly number[] {
  const probe = document.createElement('span');
  for (const [name, text] of Object.entries(attributes)) probe.setAttribute(name, text);
  probe.style.color = value;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const numbers = (colour.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
  return colour.startsWith('color(') ? numbers : numbers.map((channel) => channel / 255);
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const color = (name: string) => `var(--basis-color-${name})`;
const GROUNDS = {
  document: color('default-bg-document'),
  sheet: color('default-bg-subtle'),
  surface: 'var(--ob-surface)',
  raised: 'var(--ob-surface-raised)',
};

/** Text on its ground: 4.5:1. */
const TEXT: readonly (readonly [string, string, string])[] = [
  ...Object.entries(GROUNDS).flatMap(([name, ground]): [string, string, string][] => [
    [`ink on ${name}`, color('default-color-document'), ground],
    [`secondary text on ${name}`, color('default-color-subtle'), ground],
    [`teal on ${name}`, color('action-1-color-default'), ground],
    [`teal under the pointer on ${name}`, color('action-1-color-hover'), ground],
    [`amber on ${name}`, color('warning-color-default'), ground],
    [`red on ${name}`, color('negative-color-default'), ground],
    [`green on ${name}`, color('positive-color-default'), ground],
  ]),
  ['tag', color('default-color-default'), color('default-bg-default')],
  ['count', color('default-color-subtle'), color('default-bg-default')],
  ['secondary text under the pointer', color('default-color-subtle'), color('default-bg-hover')],
  ['teal on pale teal', color('action-1-color-default'), color('action-1-bg-default')],
  ['teal on pale teal under the pointer', color('action-1-color-hover'), color('action-1-bg-hover')],
  ['secondary text on pale teal', color('default-color-subtle'), color('action-1-bg-default')],
  ['primary button', color('action-1-inverse-color-default'), color('action-1-inverse-bg-default')],
  ['primary button under the pointer', color('action-1-inverse-color-default'), color('action-1-inverse-bg-hover')],
  ['primary button pressed', color('action-1-inverse-color-default'), color('action-1-inverse-bg-active')],
  ['amber on pale amber', color('warning-color-default'), color('warning-bg-default')],
  ['ink on pale amber', color('default-color-default'), color('warning-bg-default')],
  ['ink on a marked quote', color('default-color-default'), 'var(--ob-warm-mark)'],
  ['red on pale red', color('negative-color-default'), color('negative-bg-default')],
  ['ink on pale red', color('default-color-default'), color('negative-bg-default')],
  ['text on red', color('negative-inverse-color-default'), color('negative-inverse-bg-default')],
  ['ink on pale green', color('default-color-default'), color('positive-bg-default')],
  ['green on pale green', color('positive-color-default'), color('positive-bg-default')],
  ['tooltip', color('default-bg-document'), color('default-color-document')],
];

/** Edges and signs that carry meaning: 3:1 (WCAG 1.4.11). */
const SIGNS: readonly (readonly [string, string, string])[] = Object.entries(GROUNDS).flatMap(([name, ground]) => [
  [`edge of a field on ${name}`, 'var(--basis-form-control-border-color)', ground],
  [`focus ring on ${name}`, 'var(--basis-focus-outline-color)', ground],
  [`open result on ${name}`, 'var(--ob-warm-line)', ground],
]);

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const inTheme = (value: string, attributes?: { readonly [name: string]: string }) => {
    document.documentElement.dataset['theme'] = theme;
    return computed(value, attributes);
  };

  test.each(TEXT)('%s reads well', (_, text, ground) => {
    expect(contrast(inTheme(text), inTheme(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SIGNS)('%s can be seen', (_, sign, ground) => {
    expect(contrast(inTheme(sign), inTheme(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(Array.from({ length: HUES }, (_, hue) => hue))('organisation hue %i reads well everywhere', (hue) => {
    const on = { 'data-organisation-colour': String(hue) };
    const colour = inTheme('var(--ob-hue)', on);
    for (const ground of [...Object.values(GROUNDS), 'var(--ob-hue-soft)']) {
      expect(contrast(colour, inTheme(ground, on)), ground).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(inTheme('var(--ob-on-hue)', on), colour)).toBeGreaterThanOrEqual(4.5);
  });

  test('the hues differ from each other', () => {
    const hues = Array.from({ length: HUES }, (_, hue) => inTheme(`var(--ob-organisation-${hue})`).join());
    expect(new Set(hues).size).toBe(HUES);
  });
});

test('there are as many hues as colours on a board', () => {
  expect(HUES).toBe(COLOUR_COUNT);
});

test('the two themes do differ', () => {
  document.documentElement.dataset['theme'] = 'light';
  const light = computed(GROUNDS.document);
  document.documentElement.dataset['theme'] = 'dark';
  expect(computed(GROUNDS.document)).not.toEqual(light);
});
