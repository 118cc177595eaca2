/** One system call as `strace -f` wrote it. Positions are places in the file, so earlier is smaller. */
export interface SystemCall {
  readonly name: string;
  readonly args: string;
  readonly start: number;
  /** Where it returned; it ran until then. */
  readonly end: number;
  readonly result: number;
}

const CALL = /^(\d+) +(\w+)\((.*)$/;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/;
const RETURNED = /^(.*)\) += (-?\d+)/;
const UNFINISHED = ' <unfinished ...>';

/** Reads a trace; calls that never returned are left out. */
export function readTrace(text: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const open = new Map<string, { readonly name: string; readonly args: string; readonly start: number }>();
  for (const [position, line] of text.split('\n').entries()) {
    const resumed = RESUMED.exec(line);
    const called = resumed ? undefined : CALL.exec(line);
    const [, pid = '', name = '', rest = ''] = resumed ?? called ?? [];
    const begun = resumed ? open.get(`${pid} ${name}`) : { name, args: '', start: position };
    if (!begun || !name) continue;
    if (rest.endsWith(UNFINISHED)) {
      open.set(`${pid} ${name}`, { ...begun, args: rest.slice(0, -UNFINISHED.length) });
      continue;
    }
    open.delete(`${pid} ${name}`);
    const [, args = '', result = ''] = RETURNED.exec(rest) ?? [];
    if (result)
      calls.push({ name, args: begun.args + args, start: begun.start, end: position, result: Number(result) });
  }
  return calls;
}

/** The bytes in a call's quoted arguments, one after the other. */
export function bytesOf(args: string): Uint8Array {
  const bytes: number[] = [];
  for (const [, quoted = ''] of args.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    for (const [token] of quoted.matchAll(/\\x[0-9a-f]{2}/g)) bytes.push(Number.parseInt(token.slice(2), 16));
  }
  return Uint8Array.from(bytes);
}
