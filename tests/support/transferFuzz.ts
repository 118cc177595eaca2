import { type DocumentRef, documentKey } from '../../shared/board/documentRef.ts';
import { findings } from '../../shared/board/invariants.ts';
import { plainText } from '../../shared/board/richText.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import { addOutcomes } from '../../shared/commands/addOutcomes.ts';
import type { Command } from '../../shared/commands/command.ts';
import { dealWithLate } from '../../shared/commands/dealWithLate.ts';
import { moveActivity } from '../../shared/commands/moveActivity.ts';
import { repair } from '../../shared/commands/repair.ts';
import { applyPatches, COMMAND } from '../../shared/doc/applyPatches.ts';
import { fragmentName } from '../../shared/doc/layout.ts';
import { writeFragment } from '../../shared/doc/richTextFragment.ts';
import { contextOf, plain, seededRandom } from './board.ts';
import { readBoard } from './readBoard.ts';
import type { TestPerson, TestServer } from './server.ts';
import { BoardTab, organisationOf, transferBoard } from './transferBoard.ts';
import { allLate, pick, shownWords, typeWord } from './transferWorld.ts';
import { waitFor } from './waitFor.ts';

export interface TransferFuzzResult {
  readonly seed: number;
  words: number;
  titles: number;
  moves: number;
  outages: number;
  done: number;
  refused: number;
  late: number;
  taken: number;
  readonly problems: string[];
}

interface Peer {
  readonly person: TestPerson;
  readonly tab: BoardTab;
  away: boolean;
}

/** Plays one seeded history of people who type while cards go from hand to hand, on the real server. */
class TransferFuzz {
  readonly #server: TestServer;
  readonly #random: () => number;
  readonly #typed: string[] = [];
  /** The last title that was given to each card; one person gives them all. */
  readonly #titles = new Map<string, string>();
  readonly #result: TransferFuzzResult;
  #boardId = '';
  #peers: Peer[] = [];

  constructor(server: TestServer, seed: number) {
    this.#server = server;
    this.#random = seededRandom(seed);
    const counts = { words: 0, titles: 0, moves: 0, outages: 0, done: 0, refused: 0, late: 0, taken: 0 };
    this.#result = { seed, ...counts, problems: [] };
  }

  async play(steps: number): Promise<TransferFuzzResult> {
    try {
      await this.#start();
      for (let step = 0; step < steps; step += 1) await this.#step();
      await this.#settle();
      await this.#compare();
    } catch (error) {
      this.#result.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      for (const { tab } of this.#peers) tab.close();
    }
    return this.#result;
  }

  get #organisations(): string[] {
    return this.#peers.map(({ person }) => organisationOf(person));
  }

  async #start(): Promise<void> {
    const { boardId, facilitator, library, health } = await transferBoard(this.#server);
    this.#boardId = boardId;
    await facilitator.patch(`/boards/${boardId}`, { mode: 'open' });
    const people = [facilitator, library, health];
    this.#peers = people.map((person) => {
      return { person, tab: new BoardTab(this.#server, person, boardId, this.#random), away: false };
    });
    for (const { tab } of this.#peers) await tab.opened(this.#organisations);
    const [first] = this.#peers;
    if (first) this.#run(first, addOutcomes, { titles: ['Gezond', 'Samen', 'Veilig'] });
    for (const [index, { person, tab }] of this.#peers.entries()) {
      for (const half of [0, 1]) tab.add(organisationOf(person), `Kaart ${index}${half}`, `begin ${index}${half}`);
    }
    await this.#settle();
  }

  #run<A>({ person, tab }: Peer, command: Command<A>, args: A): boolean {
    const result = command(tab.reader.board(), args, contextOf(organisationOf(person), this.#random));
    if (result.ok) applyPatches(this.#docOf(tab, result.document), result.patches, COMMAND);
    return result.ok;
  }

  #docOf(tab: BoardTab, ref: DocumentRef): ReturnType<BoardTab['doc']> {
    return tab.doc(ref.kind === 'frame' ? 'frame' : documentKey(ref).slice('party/'.length));
  }

  async #step(): Promise<void> {
    const chance = this.#random();
    const peer = pick(this.#random, this.#peers);
    if (!peer) return;
    if (chance < 0.5) this.#type(peer);
    else if (chance < 0.58) this.#title();
    else if (chance < 0.66) this.#move(peer);
    else if (chance < 0.74) this.#comeOrGo(peer);
    else if (chance < 0.79) this.#take(peer);
    else await this.#transfer(peer);
    // Some of what is under way gets somewhere before the next step.
    if (this.#random() < 0.3) await new Promise(setImmediate);
  }

  #type({ tab }: Peer): void {
    const word = `w${this.#typed.length}w`;
    const view = { board: tab.reader.board(), doc: (ref: DocumentRef) => this.#docOf(tab, ref) };
    if (!typeWord(this.#random, view, word)) return;
    this.#typed.push(word);
    this.#result.words += 1;
  }

  #title(): void {
    const tab = this.#peers[1]?.tab;
    const activity = pick(this.#random, [...(tab?.reader.board().activities.values() ?? [])]);
    if (!tab || !activity) return;
    const title = `t${this.#result.titles}t`;
    tab.title(activity.owner, activity.id, title);
    this.#titles.set(activity.id, title);
    this.#result.titles += 1;
  }

  #move(peer: Peer): void {
    const { activities, outcomes } = peer.tab.reader.board();
    const [activityId, toId] = [pick(this.#random, [...activities.keys()]), pick(this.#random, [...outcomes.keys()])];
    if (activityId && toId && this.#run(peer, moveActivity, { activityId, toId })) this.#result.moves += 1;
  }

  #comeOrGo(peer: Peer): void {
    if (peer.away) peer.tab.online();
    else peer.tab.offline();
    peer.away = !peer.away;
    this.#result.outages += peer.away ? 1 : 0;
  }

  /** Adds what came late to its card. */
  #take(peer: Peer): void {
    const board = peer.tab.reader.board();
    const id = pick(this.#random, [...board.activities.keys()]);
    const late = allLate(board).filter((edit) => edit.kind === 'text');
    const edit = pick(this.#random, late);
    const activityId = [...board.activities.keys()].find((card) =>
      allLate({ ...board, activities: new Map([...board.activities].filter(([each]) => each === card)) }).includes(
        edit as (typeof late)[number],
      ),
    );
    if (!edit || id === undefined || activityId === undefined) return;
    const owner = board.activities.get(activityId)?.owner ?? '';
    const { field, text, mark } = edit;
    const fragment = peer.tab.doc(owner).getXmlFragment(fragmentName({ kind: 'activity', id: activityId, field }));
    if (this.#run(peer, dealWithLate, { activityId, mark, how: 'taken' })) writeFragment(fragment, text);
    this.#result.taken += 1;
  }

  async #transfer({ person }: Peer): Promise<void> {
    const path = `/boards/${this.#boardId}/transfers`;
    const { transfers } = (await person.get(path)).body;
    const mine = pick(
      this.#random,
      transfers.filter((each: { mayDecide: boolean }) => each.mayDecide),
    ) as { readonly id: string } | undefined;
    if (mine && this.#random() < 0.6) return this.#count(await person.post(`${path}/${mine.id}/accept`));
    const undo = pick(
      this.#random,
      transfers.filter((each: { mayUndo: boolean }) => each.mayUndo),
    ) as { readonly id: string } | undefined;
    if (undo && this.#random() < 0.25)
      return this.#count(await person.post(path, { kind: 'undo', transferId: undo.id }));
    const board = await readBoard(this.#server, this.#boardId);
    const activityId = pick(this.#random, [...board.activities.keys()]);
    const other = pick(this.#random, [...board.activities.keys()]);
    const to = pick(this.#random, this.#organisations);
    const chance = this.#random();
    if (chance < 0.7) return this.#count(await person.post(path, { kind: 'handOver', activityId, to }));
    if (chance < 0.9) return this.#count(await person.post(path, { kind: 'merge', activityId, others: [other] }));
    const texts = ['meansText', 'resultsText:2026'];
    this.#count(await person.post(path, { kind: 'split', activityId, title: 'Deel', texts, to }));
  }

  #count({ status, text }: { readonly status: number; readonly text: string }): void {
    if (status < 300) this.#result.done += 1;
    else if (status < 500) this.#result.refused += 1;
    else this.#result.problems.push(`a transfer gave ${status}: ${text}`);
  }

  async #settle(): Promise<void> {
    for (const peer of this.#peers) {
      if (peer.away) peer.tab.online();
      peer.away = false;
    }
    for (const { tab } of this.#peers) await tab.settled();
    const isAlike = async (): Promise<boolean> => {
      const expected = plain(await readBoard(this.#server, this.#boardId));
      return this.#peers.every(({ tab }) => isSameValue(plain(tab.reader.board()), expected));
    };
    await waitFor('all see the same board', isAlike, 20_000);
  }

  async #compare(): Promise<void> {
    const { problems } = this.#result;
    const board = await readBoard(this.#server, this.#boardId);
    const shown = shownWords(board);
    for (const word of this.#typed) if (!shown.includes(word)) problems.push(`the word ${word} is gone`);
    const late = allLate(board);
    this.#result.late = late.length;
    // A title stands on the card, among what came late, in its notes, or in the line above what was merged.
    const titles = [...board.activities.values(), ...board.departed.values()].map(({ title }) => title);
    const said = [shown, ...titles, ...late.map((edit) => (edit.kind === 'title' ? edit.title : plainText(edit.text)))];
    for (const title of this.#titles.values())
      if (!said.join('\n').includes(title)) problems.push(`the title ${title} is gone`);
    const merged = new Set([...board.departed.values()].filter(({ mergedInto }) => mergedInto).map(({ id }) => id));
    for (const { id } of [...board.departed.values()])
      if (board.activities.has(id) === merged.has(id)) problems.push(`${id} is shown twice or nowhere`);
    const wrong = findings(board).filter(({ code }) => code !== 'linkToHome');
    if (wrong.length > 0) problems.push(`the board is not sound: ${JSON.stringify(wrong)}`);
    const again = repair(board, { now: '2026-01-01T00:00:00.000Z', random: this.#random });
    if (again.some(({ document }) => document.kind === 'frame')) problems.push('the frame is to be repaired');
  }
}

export function playTransfers(server: TestServer, seed: number, steps: number): Promise<TransferFuzzResult> {
  return new TransferFuzz(server, seed).play(steps);
}
