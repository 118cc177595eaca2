import * as Y from 'yjs';
import { type CommandRunner, commandRunner } from '../../client/board/commandRunner.ts';
import { type DocumentRef, documentKey } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { Command, CommandContext, CommandResult } from '../../shared/commands/command.ts';
import { FRAME_COLLECTIONS, PARTY_COLLECTIONS, parseFragmentName } from '../../shared/doc/layout.ts';
import { contextOf, Replica } from './board.ts';

type Author = 'me' | 'other';

/** Every field of every record in these documents, by a path of document, collection, record and field. */
export function fieldsOf(docs: Iterable<readonly [string, Y.Doc]>): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [key, doc] of docs) {
    for (const collection of [...FRAME_COLLECTIONS, ...PARTY_COLLECTIONS]) {
      for (const [id, record] of doc.getMap(collection).entries()) {
        if (!(record instanceof Y.Map)) continue;
        const path = `${key} ${collection} ${id}`;
        fields.set(path, record._item?.lastId.client);
        for (const [field, value] of record.entries()) {
          // With whose it is: the same value given again by someone else is theirs.
          fields.set(`${path} ${field}`, `${record._map.get(field)?.lastId.client} ${JSON.stringify(value)}`);
        }
      }
    }
  }
  return fields;
}

/** The paths at which two listings differ. */
export function changedPaths(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}

/**
 * A person with a replica and undo of their own. Who wrote what is kept here by watching values come and go, apart from
 * how the product does it.
 */
export class UndoPerson extends Replica {
  readonly runner: CommandRunner;
  /** True while a facilitator has locked the board. */
  isLocked = false;
  /** Who gave each field what it holds, or took it away; absent: from before. */
  readonly authors = new Map<string, Author>();
  /** Cards and outcomes in which others worked since this person last put them on the board. */
  readonly shared = new Set<Id>();
  readonly #fields = new Map<string, ReadonlyMap<string, unknown>>();

  constructor(organisationIds: readonly Id[], random: () => number) {
    super(organisationIds);
    let time = 0;
    // A clock that stands still for no two commands.
    const now = (): string => new Date(Date.UTC(2026, 10, 22) + 1000 * time++).toISOString();
    const { newId } = contextOf('gem', random);
    this.runner = commandRunner({
      board: () => this.board,
      organisationId: () => 'gem',
      writeRefusal: () => (this.isLocked ? 'boardLocked' : undefined),
      mayArchive: () => true,
      docOf: (ref) => this.doc(ref),
      written: () => undefined,
      undone: () => undefined,
      sources: { now, newId, random },
    });
    for (const [key, doc] of this.docs) {
      doc.on('afterTransaction', (transaction: Y.Transaction) => this.#follow(transaction, key, doc));
    }
  }

  override run<A>(command: Command<A>, args: A, _context: CommandContext): CommandResult {
    return this.runner.run(command, args);
  }

  #follow(transaction: Y.Transaction, key: string, doc: Y.Doc): void {
    const before = this.#fields.get(key) ?? new Map<string, unknown>();
    const after = fieldsOf([[key, doc]]);
    this.#fields.set(key, after);
    const author = transaction.local ? 'me' : 'other';
    for (const path of changedPaths(before, after)) {
      this.authors.set(path, author);
      const [, , id = '', field] = path.split(' ');
      // A link is filed under its card, a section under its column.
      for (const about of [id.split(':')[0] ?? id, this.#parentOf(path, after)]) {
        if (author === 'other' && after.has(path)) this.shared.add(about);
        if (author === 'me' && (field === 'archivedAt' || field === undefined)) this.shared.delete(about);
      }
    }
    if (transaction.local) return;
    const names = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]));
    for (const type of transaction.changedParentTypes.keys()) {
      const ref = parseFragmentName(names.get(type) ?? '');
      if (ref) this.shared.add(ref.id);
    }
  }

  #parentOf(path: string, fields: ReadonlyMap<string, unknown>): string {
    const record = path.split(' ').slice(0, 3).join(' ');
    const place = fields.get(`${record} place`);
    return typeof place === 'string' ? (JSON.parse(place.slice(place.indexOf(' '))).parentId ?? '') : '';
  }
}

/** Types a paragraph at the end of a text. */
export function typeInto(replica: Replica, ref: DocumentRef, name: string, words: string): void {
  const fragment = replica.docs.get(documentKey(ref))?.getXmlFragment(name);
  if (!fragment) return;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  fragment.insert(fragment.length, [paragraph]);
}
