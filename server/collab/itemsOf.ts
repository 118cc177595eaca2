import * as Y from 'yjs';

/** Finds items by id among those of an update, and among those of a document. */
export class ItemsOf {
  readonly #byClient = new Map<number, Y.Item[]>();
  readonly #doc: Y.Doc;

  /** @param items each client's in ascending order */
  constructor(doc: Y.Doc, items: readonly Y.Item[]) {
    this.#doc = doc;
    for (const item of items) {
      const own = this.#byClient.get(item.id.client);
      if (own) own.push(item);
      else this.#byClient.set(item.id.client, [item]);
    }
  }

  inUpdate({ client, clock }: Y.ID): Y.Item | undefined {
    const items = this.#byClient.get(client);
    if (!items) return undefined;
    let low = 0;
    let high = items.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const item = items[middle] as Y.Item;
      if (clock < item.id.clock) high = middle - 1;
      else if (clock >= item.id.clock + item.length) low = middle + 1;
      else return item;
    }
    return undefined;
  }

  inDocument({ client, clock }: Y.ID): Y.Item | undefined {
    const structs = this.#doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return undefined;
    const found = structs[Y.findIndexSS(structs, clock)];
    return found instanceof Y.Item ? found : undefined;
  }

  find(id: Y.ID): Y.Item | undefined {
    return this.inUpdate(id) ?? this.inDocument(id);
  }
}
