import { expect, test } from 'vitest';
import { returnAddress } from '../../client/paths.ts';

test('after signing in one goes to an address of this product, never elsewhere', () => {
  const after = (to: string): string => returnAddress(`?naar=${encodeURIComponent(to)}`);
  expect(after('/bord/b1/mensen?org=ggd')).toBe('/bord/b1/mensen?org=ggd');
  const elsewhere = [
    'https://boef.example',
    '//boef.example',
    '/\\boef.example',
    '/\t/boef.example',
    '\n//boef.example',
    '/\r/boef.example',
    'javascript:alert(1)',
    '',
  ];
  for (const to of elsewhere) expect(after(to), JSON.stringify(to)).toBe('/borden');
});
