/**
 * Loaded before the product: its clock goes wrong by the milliseconds in the file CLOCK_SHIFT whenever the process gets
 * SIGUSR2, which it confirms on stdout. Node's steady clock and timers are left alone, as a system's clock leaves them.
 */
import { readFileSync } from 'node:fs';

let shift = 0;
const rightNow = Date.now;
Date.now = () => rightNow() + shift;
globalThis.Date = new Proxy(Date, {
  construct: (right, given, target) => Reflect.construct(right, given.length === 0 ? [right.now()] : given, target),
});

process.on('SIGUSR2', () => {
  shift = Number(readFileSync(process.env['CLOCK_SHIFT'] ?? '', 'utf8'));
  process.stdout.write(`the clock is wrong by ${shift}\n`);
});
