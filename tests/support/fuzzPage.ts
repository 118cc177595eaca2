import type { BoardSession } from '../../client/board/boardSession.ts';
import type { LiveBoard } from '../../client/board/liveBoard.ts';
import { storeOf } from '../../client/board/offline/stores.ts';
import { readyToOpen } from '../../client/board/openLiveBoard.ts';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { type BoardDetail, boardDetailSchema } from '../../shared/protocol/api.ts';

/** Shorter than the product's seconds, in proportion to the life of such a page. */
const PATIENCE = 300;
const AGAIN = 100;
const RETRIES = 2;

type Answer = 'signed-out' | 'no-access' | 'offline' | BoardDetail;

/**
 * A page with a board, without its screens: around the client's own code what `LiveBoardProvider` and its query do.
 * The board's details come over HTTP, or from the device where the server cannot be reached.
 */
export class FuzzPage {
  /** Absent until there are details to open it with. */
  live: LiveBoard | undefined;
  /** The server knows this person no more: somebody must sign in. */
  isSignedOut = false;
  readonly #host: string;
  readonly #user: string;
  readonly #board: string;
  readonly #cookie: () => string;
  readonly #onOpen: (live: LiveBoard) => void;
  #question = 0;
  #isLeft = false;
  /** The last question was not answered: asked again when the network is back. */
  #isFailed = false;
  #isOpening = false;
  #isStored = false;
  #newest: BoardDetail | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: string, user: string, board: string, cookie: () => string, onOpen: (live: LiveBoard) => void) {
    this.#host = host;
    this.#user = user;
    this.#board = board;
    this.#cookie = cookie;
    this.#onOpen = onOpen;
    window.addEventListener('online', this.#onOnline);
    this.ask();
  }

  /** The document of the board as this page has it. */
  slot(ref: DocumentRef) {
    return (this.live as BoardSession | undefined)?.documents.slot(ref);
  }

  /** The person has signed in anew. */
  signedIn(): void {
    this.isSignedOut = false;
    this.ask();
  }

  /** Asks for the board's details; a later question takes the place of an earlier one. */
  ask(failures = 0): void {
    clearTimeout(this.#timer);
    this.#question += 1;
    const question = this.#question;
    const isCurrent = (): boolean => question === this.#question && !this.#isLeft;
    if (!this.live && failures === 0) {
      this.#timer = setTimeout(() => isCurrent() && void this.#openStored(), PATIENCE);
    }
    void this.#answer().then(async (answer) => {
      if (!isCurrent()) return;
      this.#isFailed = answer === 'offline';
      if (answer !== 'offline') this.isSignedOut = answer === 'signed-out';
      if (answer === 'offline') {
        if (!this.live) await this.#openStored();
        if (isCurrent() && (this.#isStored || !this.live || failures < RETRIES)) {
          this.#timer = setTimeout(() => this.ask(failures + 1), AGAIN);
        }
      } else if (typeof answer === 'string') this.live?.end(answer);
      else {
        this.#isStored = false;
        await this.#take(answer);
        await storeOf(this.#user).keepBoard(answer);
      }
    });
  }

  /** Leaves the board; with what it still writes to the device. */
  leave(): void {
    this.#isLeft = true;
    window.removeEventListener('online', this.#onOnline);
    clearTimeout(this.#timer);
    this.live?.close();
  }

  readonly #onOnline = (): void => {
    if (this.#isFailed) this.ask();
  };

  async #answer(): Promise<Answer> {
    try {
      const url = `http://${this.#host}/api/v1/boards/${this.#board}`;
      const response = await fetch(url, { headers: { cookie: this.#cookie() } });
      if (response.status === 401) return 'signed-out';
      if (response.status === 404) return 'no-access';
      return response.ok ? boardDetailSchema.parse(await response.json()) : 'offline';
    } catch {
      return 'offline';
    }
  }

  async #openStored(): Promise<void> {
    const stored = await storeOf(this.#user).board(this.#board);
    if (!stored || this.live || this.#isLeft) return;
    this.#isStored = true;
    await this.#take(stored);
  }

  async #take(detail: BoardDetail): Promise<void> {
    this.#newest = detail;
    if (!this.live) {
      if (this.#isOpening) return;
      this.#isOpening = true;
      const open = await readyToOpen(this.#user, this.#board);
      this.#isOpening = false;
      if (this.#isLeft) return;
      const url = `ws://${this.#host}/collab`;
      this.live = open({ detail, userId: this.#user, url, onStale: () => this.ask() });
      this.#onOpen(this.live);
    }
    this.live.update(this.#newest ?? detail);
  }
}
