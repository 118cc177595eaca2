import { createTransport } from 'nodemailer';
import type { SendMail } from './mail.ts';
import { message } from './message.ts';

/** How long a mail server may take, in milliseconds: who invites someone waits for it. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 } as const;

/** A mail server did not take a letter. Says why in codes: its own words may hold the receiver's address. */
class NotSent extends Error {
  override readonly name = 'NotSent';

  constructor(error: unknown) {
    const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
    super([code, responseCode].filter((part) => part !== undefined).join(' '));
  }
}

/**
 * Sends letters by a mail server.
 * @param url `smtp://` or `smtps://`, with name and password where the server wants them
 */
export function smtp(url: string, from: string, now: () => Date): SendMail {
  const transport = createTransport({ url, ...PATIENCE });
  return async (mail) => {
    await transport.sendMail(message(mail, from, now())).catch((error: unknown) => {
      throw new NotSent(error);
    });
  };
}
