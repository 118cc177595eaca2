import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inLetter, mailOf } from '../../../server/services/mail/letter.ts';
import { outbox } from '../../../server/services/mail/outbox.ts';
import { smtp } from '../../../server/services/mail/smtp.ts';
import { type MailServer, startMailServer } from '../../support/mailServer.ts';

const AT = new Date('2026-11-22T10:00:00.000Z');
const FROM = 'Bord Proef <bord@gemeente.example>';
const URL = 'https://bord.gemeente.example/uitnodiging/abc_-1?a=1&b=2';

/** As it could come from a board's title, before anything cleaned it. */
const HOSTILE = '<img src=x onerror="alert(1)"> & \'Één\'\r\nBcc: iedereen@elders.example';
const letter = {
  language: 'nl',
  subject: HOSTILE,
  paragraphs: ['Beste Zoë,', `Bord ${HOSTILE}`],
  button: { label: 'Bekijk', url: URL },
  after: ['€ 12 — tot ziens'],
} as const;

describe('letters', () => {
  let server: MailServer;
  let dataDir: string;
  beforeAll(async () => {
    server = await startMailServer();
    dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  const toOutbox = async (to: string) => {
    const folder = join(dataDir, 'outbox');
    await outbox(dataDir, FROM, () => AT)(mailOf(to, letter));
    const [file = ''] = (await readdir(folder)).sort().slice(-1);
    expect(file).toMatch(/^2026-11-22T10-00-00-000Z-[\w-]+\.eml$/);
    return simpleParser(await readFile(join(folder, file)));
  };
  const toServer = async (to: string) => {
    await smtp(server.url, FROM, () => AT)(mailOf(to, letter));
    return server.next(to);
  };

  test.each([
    ['by a mail server', toServer],
    ['in the outbox', toOutbox],
  ])('keep every character %s, as text and as a page', async (_, send) => {
    const mail = await send('kim@ggd.example');
    expect(mail.from?.text).toBe('"Bord Proef" <bord@gemeente.example>');
    expect(mail.date).toEqual(AT);
    expect(mail.text).toContain('Beste Zoë,');
    expect(mail.text).toContain('€ 12 — tot ziens');
    expect(mail.text).toContain(`Bekijk:\n${URL}`);
    expect(mail.html).toContain('lang="nl"');
    expect(mail.html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;Één&#39;');
    expect(mail.html).not.toMatch(/<img|<script|src="|http-equiv|@import|url\(/i);
    expect(mail.html).toContain(`href="${URL.replace('&', '&amp;')}"`);
  });

  test.each([
    ['by a mail server', toServer],
    ['in the outbox', toOutbox],
  ])('a line break in a header adds no header or receiver %s', async (_, send) => {
    const mail = await send('kim@ggd.example');
    expect(mail.subject).toBe(HOSTILE.replace('\r\n', ' '));
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('an address with a comma or a line break in it is one receiver or none', async () => {
    const before = server.letters.length;
    const send = smtp(server.url, FROM, () => AT);
    for (const to of [
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example>\r\nRCPT TO:<c@d.example',
    ]) {
      await send(mailOf(to, letter)).catch(() => undefined);
    }
    for (const { to } of server.letters.slice(before)) expect(JSON.stringify(to)).not.toContain('"c@d.example"');
  });

  test('a server that is away or refuses is an error without the address in it', async () => {
    server.refused.add('vol@ggd.example');
    const send = smtp(server.url, FROM, () => AT);
    await expect(send(mailOf('vol@ggd.example', letter))).rejects.toThrow(/^EENVELOPE 550$/);
    const gone = await startMailServer();
    await gone.close();
    await expect(smtp(gone.url, FROM, () => AT)(mailOf('kim@ggd.example', letter))).rejects.toThrow('ESOCKET');
  });

  test('names go in as one line, without an address to click on', () => {
    expect(inLetter('Jeugd\r\nBcc: x\u202e\u0000')).toBe('Jeugd Bcc: x');
    expect(inLetter('Klik HTTPS://boef.example of www.boef.example')).toBe(
      'Klik HTTPS: //boef.example of www. boef.example',
    );
    expect(inLetter('a'.repeat(300))).toHaveLength(120);
  });
});
