import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { SendMail } from './mail.ts';
import { message } from './message.ts';

/** Writes letters into a folder instead of sending them, for an installation without a mail server. */
export function outbox(dataDir: string, from: string, now: () => Date): SendMail {
  const folder = join(dataDir, 'outbox');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (mail) => {
    const at = now();
    const { message: letter } = await composer.sendMail(message(mail, from, at));
    await mkdir(folder, { recursive: true });
    const name = `${at.toISOString().replace(/[:.]/g, '-')}-${randomUUID()}.eml`;
    // Whole or not at all: whoever watches the folder never reads half a letter.
    await writeFile(join(folder, `.${name}`), letter, { mode: 0o600 });
    await rename(join(folder, `.${name}`), join(folder, name));
  };
}
