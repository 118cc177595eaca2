import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readPresence } from '../../../server/collab/awarenessUpdate.ts';
import { yjsDialect } from '../../../server/collab/bridge/yjsDialect.ts';
import { readFrame } from '../../../server/collab/frame.ts';

const NAME = 'board/b1/frame';

/** A tab that knows itself and a number of others. */
function crowd(others: number): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ at: { activityId: 'a1' } });
  for (let id = 1; id <= others; id += 1) {
    awareness.states.set(id, { user: id });
    awareness.meta.set(id, { clock: 1, lastUpdated: 0 });
  }
  return awareness;
}

function presence(awareness: Awareness, clients: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients));
  return encoding.toUint8Array(encoder);
}

test('of presence only what a program says of itself goes on, however many others it repeats', () => {
  const dialect = yjsDialect(NAME, '');
  const awareness = crowd(100);
  const own = awareness.doc.clientID;
  const others = Array.from({ length: 100 }, (_, index) => index + 1);
  const said = (message: Uint8Array) => {
    const read = dialect.read(message);
    const frame = typeof read === 'string' ? undefined : readFrame(read);
    return frame ? readPresence(frame.payload as Uint8Array, 1_000)?.map(({ clientId }) => clientId) : read;
  };
  expect(said(presence(awareness, [own]))).toEqual([own]);
  expect(said(presence(awareness, others))).toBe('nothing');
  expect(said(presence(awareness, [...others, own]))).toEqual([own]);
  awareness.destroy();
});

test('its first message opens the document that its address names', () => {
  const { opening } = yjsDialect(NAME, '{"generation":1,"schema":1}');
  expect(readFrame(opening)).toMatchObject({ documentName: NAME, kind: 'auth' });
  expect(new TextDecoder().decode(opening)).toContain('{"generation":1,"schema":1}');
});

test('what the program has no word for is not sent, and a document that ends closes it', () => {
  const { write } = yjsDialect(NAME, '');
  const message = (type: number, ...rest: number[]): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, NAME);
    for (const number of [type, ...rest]) encoding.writeVarUint(encoder, number);
    return encoding.toUint8Array(encoder);
  };
  // Sync and its reply are one; a notice, an acknowledgement and a scope are none.
  expect(write(message(0, 2, 0))).toEqual(new Uint8Array([0, 2, 0]));
  expect(write(message(4, 0, 0))).toEqual(new Uint8Array([0, 0, 0]));
  expect([message(5, 0), message(8, 1), message(2, 2, 0)].map(write)).toEqual([undefined, undefined, undefined]);
  expect(write(message(8, 0))).toEqual({ code: 4405, reason: 'edit-refused' });
  expect(write(message(7, 0))).toEqual({ code: 4503, reason: 'restarting' });
});
