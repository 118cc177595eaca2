import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { type Extension, Hocuspocus, type HookName } from '@hocuspocus/server';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import type { CollabContext } from '../../../server/collab/documentLink.ts';
import { guardHooks } from '../../../server/collab/guardHooks.ts';
import { collabMetrics } from '../../../server/collab/metrics.ts';
import { QUIET } from '../../support/collabServer.ts';
import { waitFor } from '../../support/waitFor.ts';

/** Hooks that the engine calls when something was done already. */
const AFTERWARDS: readonly HookName[] = [
  'connected',
  'afterHandleMessage',
  'onChange',
  'onStateless',
  'onAwarenessUpdate',
  'onStoreDocument',
  'afterStoreDocument',
  'onDisconnect',
  'afterUnloadDocument',
];

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** An engine of which each named hook fails, and a client on it. */
async function engineWith(hooks: readonly HookName[]) {
  const metrics = collabMetrics();
  const called = new Set<string>();
  const extension: Record<string, unknown> = {};
  for (const name of hooks) {
    extension[name] = () => {
      called.add(name);
      return Promise.reject(new Error(`${name} fails`));
    };
  }
  const engine = new Hocuspocus<CollabContext>({
    quiet: true,
    debounce: 10,
    extensions: [guardHooks(extension as Extension<CollabContext>, QUIET, metrics)],
  });
  const server = createServer();
  const websockets = new WebSocketServer({ server });
  websockets.on('connection', (ws) => {
    const connection = engine.handleConnection(ws as never, new Request('http://localhost/'));
    ws.on('message', (data) => connection.handleMessage(new Uint8Array(data as Buffer)));
    ws.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  ends.push(() => socket.destroy());
  const provider = new HocuspocusProvider({ name: 'x', document: new Y.Doc(), websocketProvider: socket });
  provider.attach();
  return { engine, metrics, called, socket, provider };
}

// A promise that nobody waits for and that rejects would fail the test run, as it would end the process.
test('hooks that fail afterwards are logged and counted, and everything goes on', async () => {
  const { engine, metrics, called, socket, provider } = await engineWith(AFTERWARDS);
  await waitFor('synced', () => provider.isSynced);
  provider.document.getMap('a').set('b', 1);
  provider.sendStateless('hallo');
  provider.setAwarenessField('at', 'x');
  await waitFor('acknowledged', () => provider.unsyncedChanges === 0);
  await waitFor('the server has it', () => engine.documents.get('x')?.getMap('a').get('b') === 1);
  socket.disconnect();
  await waitFor('every hook failed', () => AFTERWARDS.every((name) => called.has(name)));
  expect(metrics.hookErrors).toBeGreaterThanOrEqual(AFTERWARDS.length);
});

test.each(['onConnect', 'onAuthenticate', 'onLoadDocument', 'beforeHandleMessage', 'beforeSync'] as const)(
  'a gate that fails stops what it guards: %s',
  async (name) => {
    const { engine, metrics, called, provider } = await engineWith([name]);
    let denied = false;
    provider.on('authenticationFailed', () => {
      denied = true;
    });
    let closed = false;
    provider.on('close', () => {
      closed = true;
    });
    await waitFor('it was called', () => called.has(name));
    provider.document.getMap('a').set('b', 1);
    await waitFor('it is stopped', () => denied || closed);
    expect(engine.documents.get('x')?.getMap('a').get('b')).toBeUndefined();
    expect(metrics.hookErrors).toBeGreaterThan(0);
  },
);
