import * as Y from 'yjs';
import type { Activity, ActivityTextField, Board } from '../../shared/board/board.ts';
import { type DocumentRef, party } from '../../shared/board/documentRef.ts';
import { type LateEdit, lateEdits } from '../../shared/board/lateText.ts';
import { paragraph, plainText } from '../../shared/board/richText.ts';
import type { Held } from '../../shared/doc/copyActivity.ts';
import { handOver } from '../../shared/doc/handOver.ts';
import { fragmentName } from '../../shared/doc/layout.ts';
import { mergeActivities, undoMerge } from '../../shared/doc/mergeActivities.ts';
import { writeFragment } from '../../shared/doc/richTextFragment.ts';
import { splitActivity } from '../../shared/doc/splitActivity.ts';
import { Replica } from './board.ts';

export const OWNERS = ['aa', 'bb', 'cc'];
const FIELDS: readonly ActivityTextField[] = ['meansText', 'resultsText:2026', 'notesText'];

export function pick<T>(random: () => number, all: readonly T[]): T | undefined {
  return all[Math.floor(random() * all.length)];
}

function textsIn(node: Y.XmlFragment): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}

/** What someone sees of a board and can type in. */
export interface TypingView {
  readonly board: Board;
  readonly doc: (ref: DocumentRef) => Y.Doc;
}

/** Types a word at the place where this view has a card; gives the card, undefined when there is none. */
export function typeWord(random: () => number, view: TypingView, word: string): Activity | undefined {
  const activity = pick(random, [...view.board.activities.values()]);
  const field = pick(random, FIELDS) ?? 'meansText';
  if (!activity) return undefined;
  const doc = view.doc(party(activity.owner));
  const fragment = doc.getXmlFragment(fragmentName({ kind: 'activity', id: activity.id, field }));
  const text = pick(random, textsIn(fragment));
  const status = { type: 'listItem', status: 'toBeDetermined', due: '2026-05-01' } as const;
  doc.transact(() => {
    if (text && random() < 0.6) text.insert(random() < 0.5 ? 0 : text.length, ` ${word} `);
    else if (field.startsWith('results'))
      writeFragment(fragment, [{ type: 'bulletList', content: [{ ...status, content: [paragraph(word)] }] }]);
    else writeFragment(fragment, [paragraph(word)]);
  });
  return activity;
}

/** A document of a replica as the services hold it. */
export function heldIn(replica: Replica, owner: string): Held {
  return { key: `party/${owner}`, owner, doc: replica.doc(party(owner)) };
}

/**
 * A board on which people type, offline or not, while the hub hands over, merges and undoes. Words are only added, so
 * every one of them has to be somewhere in the end.
 */
export class TransferWorld {
  readonly hub = new Replica(OWNERS, 1);
  readonly peers = [2, 3, 4].map((client) => new Replica(OWNERS, client));
  readonly typed: string[] = [];
  /** What was merged into what, by the hub. */
  readonly #merges: { kept: string; others: string[] }[] = [];
  readonly #random: () => number;
  #at = 0;

  constructor(random: () => number, cards: number) {
    this.#random = random;
    for (let card = 0; card < cards; card++) {
      const owner = OWNERS[card % OWNERS.length] ?? 'aa';
      const doc = this.hub.doc(party(owner));
      doc.getMap('activities').set(`k${card}`, new Y.Map([['title', `Kaart ${card}`]]));
      writeFragment(doc.getXmlFragment(`activity:k${card}:meansText`), [paragraph(this.#word()), paragraph('Middel')]);
    }
    for (const peer of this.peers) peer.sync(this.hub);
  }

  #word(): string {
    const word = `w${this.typed.length}w`;
    this.typed.push(word);
    return word;
  }

  #now(): string {
    return new Date(Date.UTC(2026, 0, 1, 0, 0, this.#at++)).toISOString();
  }

  step(): void {
    const chance = this.#random();
    const peer = pick(this.#random, this.peers) ?? this.hub;
    if (chance < 0.55) this.type(peer);
    else if (chance < 0.8) peer.sync(this.hub);
    else if (chance < 0.92) this.#handOver();
    else if (chance < 0.96) this.#merge();
    else if (chance < 0.98) this.#undo();
    else this.#split();
  }

  settle(): void {
    for (const peer of [...this.peers, ...this.peers]) peer.sync(this.hub);
  }

  type(peer: Replica): void {
    if (typeWord(this.#random, peer, `w${this.typed.length}w`)) this.#word();
  }

  #handOver(): void {
    const activity = pick(this.#random, [...this.hub.board.activities.values()]);
    const to = pick(this.#random, OWNERS);
    if (!activity || !to || to === activity.owner) return;
    handOver(heldIn(this.hub, activity.owner), heldIn(this.hub, to), activity.id, this.#now());
  }

  #place(activity: Activity): { held: Held; id: string } {
    return { held: heldIn(this.hub, activity.owner), id: activity.id };
  }

  #merge(): void {
    const all = [...this.hub.board.activities.values()];
    const [kept, other] = [pick(this.#random, all), pick(this.#random, all)];
    if (!kept || !other || kept === other) return;
    const heading = ({ owner, title }: Activity): string => `Van ${owner}: ${title}`;
    mergeActivities(this.#place(kept), [this.#place(other)], { at: this.#now(), heading });
    this.#merges.push({ kept: kept.id, others: [other.id] });
  }

  #undo(): void {
    const merge = this.#merges.pop();
    const kept = merge && this.hub.board.activities.get(merge.kept);
    if (!kept) return;
    const others = [...this.hub.board.departed.values()].filter(({ id, mergedInto }) => {
      return mergedInto?.activityId === kept.id && merge.others.includes(id);
    });
    undoMerge(
      this.#place(kept),
      others.map((other) => this.#place(other)),
      this.#now(),
    );
  }

  #split(): void {
    const activity = pick(this.#random, [...this.hub.board.activities.values()]);
    if (!activity || this.hub.board.activities.size > 8) return;
    const held = heldIn(this.hub, activity.owner);
    const id = `s${this.#at}`;
    splitActivity(held, activity.id, held, { at: this.#now(), id, title: 'Deel', texts: ['meansText'] });
  }
}

/** Late edits of all cards of a board. */
export function allLate(board: Board): LateEdit[] {
  return [...board.activities.keys()].flatMap((id) => lateEdits(board, id));
}

/** All words that a board shows, on its cards and as what came after a hand-over. */
export function shownWords(board: Board): string {
  const texts = [...board.activities.values()].flatMap((activity) => Object.values(activity.texts));
  const late = allLate(board).flatMap((edit) => (edit.kind === 'text' ? [edit.text] : []));
  return [...texts, ...late].map((text) => plainText(text ?? [])).join('\n');
}
