/**
 * Thrown on purpose to stop the engine at one message or document; carries what the client is told.
 * It has no message and no stack: the engine prints both, and there is nothing to look into.
 */
export class Stopped extends Error {
  readonly code: number;
  readonly reason: string;

  constructor(told: { readonly code: number; readonly reason: string } = { code: 4205, reason: 'stopped' }) {
    super('');
    this.name = 'Stopped';
    this.stack = `Stopped (${told.reason})`;
    this.code = told.code;
    this.reason = told.reason;
  }
}
