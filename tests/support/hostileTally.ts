import type { SentUpdate } from './hostileSocket.ts';

/** What the attackers did and saw; travels between processes. */
export interface AttackReport {
  readonly frames: Readonly<Record<string, number>>;
  readonly total: number;
  readonly closures: Readonly<Record<string, number>>;
  readonly connections: number;
  readonly refused: number;
  /** Each different update that was acknowledged, in base64, by document. */
  readonly taken: readonly { readonly address: string; readonly role: string; readonly update: string }[];
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** Counts for all attackers together, and says when it is enough and when it is too fast. */
export class HostileTally {
  connections = 0;
  refused = 0;
  #total = 0;
  #nextAt = 0;
  readonly #wanted: number;
  readonly #perSecond: number;
  readonly #start = performance.now();
  readonly #frames = new Map<string, number>();
  readonly #closures = new Map<string, number>();
  readonly #taken = new Map<string, { address: string; role: string; update: string }>();
  readonly #problems = new Set<string>();

  constructor(wanted: number, perSecond: number) {
    this.#wanted = wanted;
    this.#perSecond = perSecond;
  }

  get isDone(): boolean {
    return this.#total >= this.#wanted;
  }

  sent(kind: string): void {
    this.#total += 1;
    this.#frames.set(kind, (this.#frames.get(kind) ?? 0) + 1);
  }

  closed(reason: string): void {
    this.#closures.set(reason, (this.#closures.get(reason) ?? 0) + 1);
  }

  taken(role: string, { address, payload }: SentUpdate): void {
    const update = Buffer.from(payload).toString('base64');
    const key = `${address} ${update}`;
    if (!this.#taken.has(key)) this.#taken.set(key, { address, role, update });
  }

  problem(sentence: string): void {
    this.#problems.add(sentence);
  }

  /** Resolves when so many messages may go; each caller has a moment of its own, so that they do not all come at once. */
  async pace(messages: number): Promise<void> {
    const now = performance.now();
    const at = Math.max(this.#nextAt, now);
    this.#nextAt = at + (messages / this.#perSecond) * 1000;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
  }

  report(): AttackReport {
    return {
      frames: Object.fromEntries([...this.#frames].sort(([a], [b]) => (a < b ? -1 : 1))),
      total: this.#total,
      closures: Object.fromEntries(this.#closures),
      connections: this.connections,
      refused: this.refused,
      taken: [...this.#taken.values()],
      problems: [...this.#problems],
      seconds: (performance.now() - this.#start) / 1000,
    };
  }
}
