/**
 * Loaded before the product: its clock goes wrong by the milliseconds in the file CLOCK_SHIFT whenever the process gets
 * SIGUSR2, which it confirms on stdout. Node's steady clock and timers are left alone, as a system's clock leaves them.
 */
import { readFileSync } from 'node:fs';

const Right = Date;
let shift = 0;

globalThis.Date = class extends Right {
  /** @param {any[]} given */
  constructor(...given) {
    if (given.length === 0) super(Right.now() + shift);
    // @ts-expect-error as it was called
    else super(...given);
  }

  static now() {
    return Right.now() + shift;
  }
};

process.on('SIGUSR2', () => {
  shift = Number(readFileSync(process.env['CLOCK_SHIFT'] ?? '', 'utf8'));
  process.stdout.write(`the clock is wrong by ${shift}\n`);
});
