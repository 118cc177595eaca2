import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emlOf, outbox } from '../../../server/services/mail/outbox.ts';

const AT = new Date('2026-11-22T10:00:00.000Z');

test('a letter keeps every character, and a line break in a header adds no header', () => {
  const to = 'a@b.example\r\nBcc: iedereen@b.example';
  const letter = emlOf({ to, subject: 'Één\r\nX: y', text: 'Beste Zoë,\n\n€ 12 — tot ziens' }, AT);
  const [head = '', body = ''] = letter.split('\r\n\r\n');
  expect(head.split('\r\n').map((line) => line.split(':')[0])).toEqual([
    'Date',
    'To',
    'From',
    'Subject',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
  ]);
  expect(Buffer.from(body, 'base64').toString()).toBe('Beste Zoë,\n\n€ 12 — tot ziens');
  for (const line of letter.split('\r\n')) expect(line.length).toBeLessThanOrEqual(200);
});

test('letters lie in the outbox, each in its own file', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-'));
  try {
    const send = outbox(dataDir, () => AT);
    await Promise.all([1, 2, 3].map((n) => send({ to: 'a@b.example', subject: `Brief ${n}`, text: `${n}` })));
    const files = await readdir(join(dataDir, 'outbox'));
    expect(files).toHaveLength(3);
    for (const file of files) expect(file).toMatch(/^2026-11-22T10-00-00-000Z-[\w-]+\.eml$/);
    const texts = await Promise.all(files.map((file) => readFile(join(dataDir, 'outbox', file), 'utf8')));
    expect(texts.every((text) => text.startsWith('Date: Sun, 22 Nov 2026 10:00:00 GMT\r\n'))).toBe(true);
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
