import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { waitFor } from './waitFor.ts';

/** A mail server that keeps what it is sent. */
export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** What came in, oldest first. */
  readonly letters: readonly ParsedMail[];
  /** Addresses of which it takes no letters. */
  readonly refused: Set<string>;
  /** The next letter to this address that nobody took yet. */
  readonly next: (to: string) => Promise<ParsedMail>;
  readonly close: () => Promise<void>;
}

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const letters: ParsedMail[] = [];
  const taken = new Set<ParsedMail>();
  const refused = new Set<string>();
  const server = new SMTPServer({
    // On this machine alone: no certificate, and nobody signs in.
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      done(refused.has(address) ? new Error(`geen postbus: ${address}`) : null);
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((letter) => {
        letters.push(letter);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refused,
    next: async (to) => {
      const find = (): ParsedMail | undefined =>
        letters.find((letter) => !taken.has(letter) && receiverOf(letter) === to);
      await waitFor(`a letter to ${to}`, () => find() !== undefined);
      const letter = find() as ParsedMail;
      taken.add(letter);
      return letter;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function receiverOf({ to }: ParsedMail): string | undefined {
  return (Array.isArray(to) ? to : [to])[0]?.value[0]?.address;
}

/** The address of the page that a letter's button opens. */
export function linkIn({ text }: ParsedMail): string {
  const url = /https?:\/\/\S+/.exec(text ?? '')?.[0];
  if (!url) throw new Error(`no link in: ${text}`);
  return url;
}
