import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { type DocumentRef, documentKey } from '../../shared/board/documentRef.ts';
import { type Accepted, type Command, invert } from '../../shared/commands/command.ts';
import { applyInverse, applyPatches, COMMAND } from '../../shared/doc/applyPatches.ts';
import { boardReader } from '../../shared/doc/boardReader.ts';
import { parseDocumentName } from '../../shared/doc/names.ts';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import { contextOf } from './board.ts';
import { type ClientDocument, TestClient } from './collabClient.ts';
import type { TestPerson, TestServer } from './server.ts';

/** Types a paragraph letter by letter, each a transaction of its own. */
export function typeInto(doc: Y.Doc, fragment: string, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  const root = doc.getXmlFragment(fragment);
  root.insert(root.length, [paragraph]);
  paragraph.insert(0, [text]);
  for (const [index, letter] of [...words].entries()) text.insert(index, letter);
}

/** Someone who has a board open with all documents that they may read, and runs commands on it as a page does. */
export class Employee {
  readonly tab: TestClient;
  readonly #reader = boardReader();
  readonly #open = new Map<string, ClientDocument>();
  readonly #organisationId: string;

  private constructor(tab: TestClient, organisationId: string) {
    this.tab = tab;
    this.#organisationId = organisationId;
  }

  static async at(server: TestServer, person: TestPerson, boardId: string): Promise<Employee> {
    const { documents, organisation }: BoardDetail = (await person.get(`/boards/${boardId}`)).body;
    const { publicUrl: origin } = server.product;
    const url = `${server.url.replace('http', 'ws')}/collab`;
    const employee = new Employee(new TestClient(url, undefined, { cookie: person.cookie(), origin }), organisation.id);
    for (const { name } of documents) {
      const document = await employee.tab.opened(name);
      const ref = parseDocumentName(name)?.ref;
      if (!ref) continue;
      employee.#open.set(documentKey(ref), document);
      employee.#reader.attach(ref, document.doc);
    }
    return employee;
  }

  get board(): Board {
    return this.#reader.board();
  }

  document(ref: DocumentRef): ClientDocument {
    const document = this.#open.get(documentKey(ref));
    if (!document) throw new Error(`${documentKey(ref)} is not open`);
    return document;
  }

  async run<A>(command: Command<A>, args: A): Promise<Accepted> {
    const context = contextOf(this.#organisationId, Math.random, { now: new Date().toISOString() });
    const result = command(this.board, args, context);
    if (!result.ok) throw new Error(`refused: ${result.code}`);
    applyPatches(this.document(result.document).doc, result.patches, COMMAND);
    await this.document(result.document).synced();
    return result;
  }

  /** Takes back what a command did; gives its own way back. */
  async undo(done: Accepted): Promise<Accepted> {
    const patches = invert(done.patches);
    applyInverse(this.document(done.document).doc, patches);
    await this.document(done.document).synced();
    return { ...done, patches };
  }

  /** Types into a text letter by letter, each an update of its own. */
  async type(ref: DocumentRef, fragment: string, words: string): Promise<void> {
    const { doc } = this.document(ref);
    typeInto(doc, fragment, words);
    await this.document(ref).synced();
  }

  /** Puts a paragraph into a text at once: big, it is sent deflated. */
  async paste(ref: DocumentRef, fragment: string, words: string): Promise<void> {
    const { doc } = this.document(ref);
    doc.transact(() => typeInto(doc, fragment, words));
    await this.document(ref).synced();
  }

  destroy(): void {
    this.tab.destroy();
  }
}
