import { setMaxListeners } from 'node:events';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { WebSocket } from 'ws';
import { databaseName } from '../../client/board/offline/database.ts';

/** What the client's own code finds of a browser, in a process without one. Databases are in memory. */
export interface FakeBrowser {
  /** Cookies that are sent to an address. */
  readonly cookies: Map<string, string>;
  /** Says that the network is back, as a browser does. */
  readonly online: () => void;
  /** Ends what a person's pages do with their database, at once: what was begun is finished, nothing new is. */
  readonly cutStore: (userId: string) => void;
  /** Puts everything back as it was. */
  readonly remove: () => void;
}

/** @param origin of the pages */
export function fakeBrowser(origin: () => string): FakeBrowser {
  const cookies = new Map<string, string>();
  const window = new EventTarget();
  setMaxListeners(0, window);
  const factory = new IDBFactory();
  const connections = new Map<string, Set<IDBDatabase>>();

  class PageSocket extends WebSocket {
    constructor(url: string) {
      const { host } = new URL(url);
      super(url, { headers: { origin: origin(), cookie: cookies.get(host) ?? '' } });
      // Closed before it is open it reports an error to nobody, which would end the process; a browser's does not.
      this.on('error', () => undefined);
    }
  }
  const indexedDB = {
    open: (name: string, version?: number): IDBOpenDBRequest => {
      const request = factory.open(name, version);
      request.addEventListener('success', () => {
        const known = connections.get(name) ?? new Set();
        connections.set(name, known.add(request.result));
      });
      return request;
    },
    deleteDatabase: (name: string): IDBOpenDBRequest => factory.deleteDatabase(name),
  };
  const put = {
    window,
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    navigator: { onLine: true },
    WebSocket: PageSocket,
    indexedDB,
    IDBKeyRange,
  };
  const before = Object.keys(put).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(put)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }

  return {
    cookies,
    online: () => window.dispatchEvent(new Event('online')),
    cutStore: (userId) => {
      const name = databaseName(userId);
      for (const connection of connections.get(name) ?? []) {
        // By this the page learns that its store is gone; it also closes the connection.
        connection.onversionchange?.(new Event('versionchange') as IDBVersionChangeEvent);
      }
      connections.delete(name);
    },
    remove: () => {
      for (const [name, descriptor] of before) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      }
    },
  };
}
