import type { Id } from '../../shared/board/ids.ts';
import type { CollabSocket, DocumentLink } from './documentLink.ts';
import type { CollabLimits } from './limits.ts';
import type { SocketIdentity } from './liveSocket.ts';
import { TokenBucket } from './tokenBucket.ts';

/** All sockets of this process: finds them by person, session and board, and counts them. */
export class SocketRegistry {
  readonly #sockets = new Set<CollabSocket>();
  readonly #perUser = new Map<Id, number>();
  readonly #perAddress = new Map<string, number>();
  readonly #work = new Map<Id, TokenBucket>();
  readonly #limits: CollabLimits;

  constructor(limits: CollabLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#sockets.size;
  }

  /** Whether one more socket of this person and address may come in. */
  hasRoomFor({ userId, address }: SocketIdentity): boolean {
    return (
      (this.#perUser.get(userId) ?? 0) < this.#limits.socketsPerUser &&
      (this.#perAddress.get(address) ?? 0) < this.#limits.socketsPerAddress
    );
  }

  add(socket: CollabSocket): void {
    this.#sockets.add(socket);
    count(this.#perUser, socket.identity.userId, 1);
    count(this.#perAddress, socket.identity.address, 1);
  }

  remove(socket: CollabSocket): void {
    if (!this.#sockets.delete(socket)) return;
    count(this.#perUser, socket.identity.userId, -1);
    count(this.#perAddress, socket.identity.address, -1);
  }

  /**
   * What all sockets of this person may take of the thread, in milliseconds. Kept while it is not full: coming back
   * makes nobody's share whole.
   */
  workOf(userId: Id): TokenBucket {
    const now = performance.now();
    const own = this.#work.get(userId);
    if (own) return own;
    for (const [id, work] of this.#work) if (!this.#perUser.has(id) && work.isFull(now)) this.#work.delete(id);
    const work = new TokenBucket(this.#limits.workPerSecond, this.#limits.workBurst, now);
    this.#work.set(userId, work);
    return work;
  }

  /** Bytes that wait to be taken by this person's sockets. */
  unsentOf(userId: Id): number {
    let unsent = 0;
    for (const socket of this.#sockets) if (socket.identity.userId === userId) unsent += socket.unsent;
    return unsent;
  }

  all(): readonly CollabSocket[] {
    return [...this.#sockets];
  }

  /** Documents of a board that are open or being opened; a document that several sockets have open stands here often. */
  linksOf(boardId: Id): readonly DocumentLink[] {
    return this.links().filter((link) => link.boardId === boardId);
  }

  links(): readonly DocumentLink[] {
    return this.all()
      .filter((socket) => !socket.dead)
      .flatMap((socket) => [...socket.links]);
  }
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next > 0) counts.set(key, next);
  else counts.delete(key);
}
