/** A letter, in plain text and as a web page that says the same. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends a letter; resolves when it is out of our hands, throws when it is not. */
export type SendMail = (mail: Mail) => Promise<void>;
