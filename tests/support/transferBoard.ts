import * as Y from 'yjs';
import { FRAME, party } from '../../shared/board/documentRef.ts';
import { paragraph } from '../../shared/board/richText.ts';
import { addActivity } from '../../shared/commands/addActivity.ts';
import { applyPatches, COMMAND } from '../../shared/doc/applyPatches.ts';
import { boardReader } from '../../shared/doc/boardReader.ts';
import { documentName } from '../../shared/doc/names.ts';
import { writeFragment } from '../../shared/doc/richTextFragment.ts';
import { contextOf } from './board.ts';
import type { Client } from './client.ts';
import { type ClientDocument, TestClient } from './collabClient.ts';
import type { TestPerson, TestServer } from './server.ts';
import { waitFor } from './waitFor.ts';

/** A board of a municipality and two partners, each with a member. */
export interface TransferBoard {
  readonly boardId: string;
  readonly facilitator: TestPerson;
  readonly library: TestPerson;
  readonly health: TestPerson;
}

export function organisationOf({ person }: TestPerson): string {
  return person.organisationId ?? '';
}

export async function transferBoard(server: TestServer): Promise<TransferBoard> {
  const facilitator = await server.person({ name: 'Jet', organisation: 'Gemeente Proef' });
  const boardId = (await facilitator.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  const library = await server.onBoard(boardId, 'member', 'Bibliotheek');
  const health = await server.onBoard(boardId, 'member', 'GGD');
  // Who opens the board sees to it that the frame names everyone's organisation.
  await library.get(`/boards/${boardId}`);
  return { boardId, facilitator, library, health };
}

/** A person's tab with the whole board open, as a program made by hand. */
export class BoardTab {
  readonly client: TestClient;
  readonly reader = boardReader();
  readonly documents = new Map<string, ClientDocument>();
  readonly #boardId: string;
  readonly #random: () => number;

  constructor(server: TestServer, browser: Client, boardId: string, random: () => number = Math.random) {
    this.#boardId = boardId;
    this.#random = random;
    const { publicUrl } = server.product;
    this.client = new TestClient(`${server.url.replace('http', 'ws')}/collab`, undefined, {
      origin: publicUrl,
      cookie: browser.cookie(),
      isUnqueued: true,
    });
  }

  async opened(organisations: readonly string[]): Promise<this> {
    const token = JSON.stringify({ generation: 1, schema: 1 });
    for (const ref of [FRAME, ...organisations.map(party)]) {
      const document = this.client.open(documentName(this.#boardId, ref), token);
      this.documents.set(ref.kind === 'frame' ? 'frame' : ref.organisationId, document);
      this.reader.attach(ref, document.doc);
    }
    await this.settled();
    return this;
  }

  /** Resolves when the server has acknowledged everything. */
  async settled(): Promise<void> {
    const all = [...this.documents.values()];
    const isSettled = (): boolean => {
      // Asked to connect while it was still closing, the socket does nothing.
      if (this.client.socket.status === 'disconnected') void this.client.socket.connect();
      return all.every((document) => document.acknowledged);
    };
    await waitFor('everything is acknowledged', isSettled, 20_000);
  }

  doc(owner: string): Y.Doc {
    const document = this.documents.get(owner);
    if (!document) throw new Error(`no document of ${owner}`);
    return document.doc;
  }

  /** Makes a card with a first paragraph; gives its id. */
  add(owner: string, title: string, words: string): string {
    const context = contextOf(owner, this.#random);
    const result = addActivity(this.reader.board(), { title, ownerId: owner }, context);
    if (!result.ok) throw new Error(result.code);
    applyPatches(this.doc(owner), result.patches, COMMAND);
    this.write(owner, result.id, words);
    return result.id;
  }

  fragment(owner: string, id: string, field = 'meansText'): Y.XmlFragment {
    return this.doc(owner).getXmlFragment(`activity:${id}:${field}`);
  }

  /** Adds a paragraph to a text. */
  write(owner: string, id: string, words: string, field = 'meansText'): void {
    this.doc(owner).transact(() => writeFragment(this.fragment(owner, id, field), [paragraph(words)]));
  }

  title(owner: string, id: string, title: string): void {
    const record = this.doc(owner).getMap('activities').get(id);
    if (record instanceof Y.Map) record.set('title', title);
  }

  /** Loses the network. */
  offline(): void {
    this.client.socket.disconnect();
  }

  /** Has it again. */
  online(): void {
    void this.client.socket.connect();
  }

  close(): void {
    this.client.destroy();
  }
}
