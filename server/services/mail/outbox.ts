import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail } from './mail.ts';

function encodedWord(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** A letter as RFC 5322 text. Header values are encoded, so that a line break in them cannot add a header. */
export function emlOf(mail: Mail, at: Date): string {
  const body = Buffer.from(mail.text).toString('base64').replace(/.{76}/g, '$&\r\n');
  const headers = [
    `Date: ${at.toUTCString()}`,
    `To: ${mail.to.replace(/[\r\n]/g, '')}`,
    'From: Opbrengstenbord <no-reply@localhost>',
    `Subject: ${encodedWord(mail.subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
}

/** Writes letters into a folder instead of sending them, for an installation without a mail server. */
export function outbox(dataDir: string, now: () => Date): (mail: Mail) => Promise<void> {
  const folder = join(dataDir, 'outbox');
  return async (mail) => {
    await mkdir(folder, { recursive: true });
    const name = `${now().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}.eml`;
    // Whole or not at all: whoever watches the folder never reads half a letter.
    await writeFile(join(folder, `.${name}`), emlOf(mail, now()), { mode: 0o600 });
    await rename(join(folder, `.${name}`), join(folder, name));
  };
}
