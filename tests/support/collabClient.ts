import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { ORIGIN } from './collabServer.ts';
import { waitFor } from './waitFor.ts';

/** A websocket as a browser page of the product would open it for this person. */
function socketClass(cookie: string | undefined, origin: string | undefined = ORIGIN): typeof WebSocket {
  const headers = { ...(cookie && { cookie }), ...(origin && { origin }) };
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
      // Closed before it is open it reports an error to nobody, which would end the process; a browser's does not.
      this.on('error', () => undefined);
    }
  } as unknown as typeof WebSocket;
}

/** Queues nothing while there is no connection, as the product's own socket. */
class UnqueuedSocket extends HocuspocusProviderWebsocket {
  override send(message: unknown): void {
    if (this.webSocket?.readyState === WebSocket.OPEN) super.send(message);
  }
}

/** One document as a client has it open. */
export class ClientDocument {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly notices: unknown[] = [];
  /** Scopes that the server told, in order. */
  readonly scopes: string[] = [];
  /** Times that the server said an edit was not taken. */
  refusals = 0;
  denied: string | undefined;
  closed = false;

  constructor(socket: HocuspocusProviderWebsocket, name: string, token: string, doc = new Y.Doc()) {
    this.doc = doc;
    const options = { name, document: this.doc, websocketProvider: socket, token };
    this.provider = new HocuspocusProvider(name.endsWith('/frame') ? options : { ...options, awareness: null });
    this.provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      this.denied = reason;
    });
    this.provider.on('authenticated', ({ scope }: { scope: string }) => this.scopes.push(scope));
    this.provider.on('stateless', ({ payload }: { payload: string }) => this.notices.push(JSON.parse(payload)));
    this.provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => {
      const bytes = new Uint8Array(event.data);
      const type = bytes[bytes.length - 2];
      // SyncStatus 0: type 8, then 0, at the end of a message of which the name is the rest.
      if (type === 8 && bytes[bytes.length - 1] === 0 && bytes.length === name.length + 3) this.refusals += 1;
    });
    this.provider.on('close', () => {
      this.closed = true;
    });
    this.provider.attach();
  }

  /** Adds a text to the test's list; the list's order is the order in which the document got them. */
  add(text: string): void {
    this.doc.getArray<string>('log').push([text]);
  }

  get log(): string[] {
    return this.doc.getArray<string>('log').toArray();
  }

  get acknowledged(): boolean {
    return this.provider.isSynced && this.provider.unsyncedChanges === 0;
  }

  async synced(): Promise<this> {
    await waitFor(`${this.provider.configuration.name} synced`, () => this.provider.isSynced && this.acknowledged);
    return this;
  }

  /** Adds a text and waits until the server acknowledged it. */
  async save(text: string): Promise<void> {
    this.add(text);
    await this.synced();
  }
}

/** A person's browser tab: one socket, several documents. */
export class TestClient {
  readonly socket: HocuspocusProviderWebsocket;
  readonly documents = new Map<string, ClientDocument>();
  readonly closeCodes: number[] = [];

  constructor(
    url: string,
    user: string | undefined,
    options: {
      readonly origin?: string;
      readonly delay?: number;
      readonly cookie?: string;
      readonly isUnqueued?: boolean;
    } = {},
  ) {
    // Queued edits are acknowledged twice after a disconnection: who counts on an acknowledgement must not queue.
    const Socket = options.isUnqueued ? UnqueuedSocket : HocuspocusProviderWebsocket;
    this.socket = new Socket({
      url,
      WebSocketPolyfill: socketClass(options.cookie ?? (user && `user=${user}`), options.origin),
      delay: options.delay ?? 50,
      minDelay: options.delay ?? 50,
      maxDelay: 200,
    });
    this.socket.on('close', ({ event }: { event: { code: number } }) => this.closeCodes.push(event.code));
  }

  open(name: string, token = '', doc?: Y.Doc): ClientDocument {
    const document = new ClientDocument(this.socket, name, token, doc);
    this.documents.set(name, document);
    return document;
  }

  async opened(name: string, token = ''): Promise<ClientDocument> {
    return this.open(name, token).synced();
  }

  /** Stops without saying goodbye to the documents: what a closed laptop does. */
  destroy(): void {
    for (const { provider } of this.documents.values()) provider.destroy();
    this.socket.destroy();
  }
}
