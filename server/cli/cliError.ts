/** A command cannot be done; the message is a sentence for the operator. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
