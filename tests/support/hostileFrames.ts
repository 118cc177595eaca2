import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { SYNC, TYPE } from './collabRaw.ts';
import type { Dice } from './dice.ts';
import { hostilePresence, LOUD_PRESENCE, QUIET_PRESENCE } from './hostilePresence.ts';
import { flipped, type HostileUpdates, SOUND_UPDATES, UNSOUND_UPDATES, type UpdateKind } from './hostileUpdates.ts';

/** One message of an attacker. */
export interface HostileFrame {
  readonly kind: string;
  /** A string goes as text. */
  readonly data: Uint8Array | string;
  /** An update for a document that is open: the server answers, or closes the socket. */
  readonly update?: { readonly address: string; readonly payload: Uint8Array };
}

/** With whom the frames are made. */
export interface HostileContext {
  readonly dice: Dice;
  readonly updates: HostileUpdates;
  /** Yjs client ids of honest people. */
  readonly others: readonly number[];
  /** Documents that this attacker has open. */
  readonly open: readonly string[];
  /** Names of documents that it has not, or that are none. */
  readonly closed: readonly string[];
  /** Writes the head of a message, which `/yjs` has not. */
  readonly head: (encoder: encoding.Encoder, address: string) => void;
}

const REPLY = 4;
const TOKENS = [
  '',
  '{',
  'null',
  '[]',
  '{"generation":2,"schema":1}',
  '{"generation":0,"schema":1}',
  '{"generation":-1,"schema":1}',
  '{"generation":1,"schema":0}',
  '{"generation":1e99,"schema":1}',
  '{"generation":1,"schema":"1"}',
  '{"generation":{"__proto__":1},"schema":[]}',
  'x'.repeat(10_000),
];
/** Types that only a server sends, or nobody. */
const NO_TYPES = [6, 8, 9, 10, 11, 99, 127, 128, 16_384, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

type Write = (encoder: encoding.Encoder) => void;

function encoded(context: HostileContext, address: string, write: Write): Uint8Array {
  const encoder = encoding.createEncoder();
  context.head(encoder, address);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function typed(context: HostileContext, address: string, type: number, write: Write): Uint8Array {
  return encoded(context, address, (encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}

function sync(context: HostileContext, address: string, kind: number, payload: Uint8Array, type = 0): Uint8Array {
  return typed(context, address, type, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function updateFrame(context: HostileContext, kind: UpdateKind): HostileFrame {
  const { dice, updates, open } = context;
  const address = dice.pick(open);
  const payload = updates.make(kind);
  const how = dice.chance(0.7) ? SYNC.update : SYNC.step2;
  const data = sync(context, address, how, payload, dice.chance(0.9) ? TYPE.sync : REPLY);
  return { kind: `update: ${kind}`, data, update: { address, payload } };
}

/** Messages that the server takes without closing the socket, whatever it does with them. */
const QUIET = {
  update: (context: HostileContext) => updateFrame(context, context.dice.pick(SOUND_UPDATES)),
  presence: (context: HostileContext): HostileFrame => {
    const { dice, open, others } = context;
    const kind = dice.pick(QUIET_PRESENCE);
    const payload = hostilePresence(kind, dice, others);
    const data = typed(context, dice.pick(open), TYPE.awareness, (at) => encoding.writeVarUint8Array(at, payload));
    return { kind: `presence: ${kind}`, data };
  },
  stateVector: (context: HostileContext): HostileFrame => {
    const { dice, open } = context;
    const vector = encoding.createEncoder();
    const clients = dice.chance(0.02) ? 5_000 : dice.below(5);
    encoding.writeVarUint(vector, clients);
    for (let count = 0; count < clients; count += 1) {
      encoding.writeVarUint(vector, dice.below(2 ** 32));
      encoding.writeVarUint(vector, dice.pick([0, 1, 2 ** 31, 2 ** 53 - 1]));
    }
    const data = sync(context, dice.pick(open), SYNC.step1, encoding.toUint8Array(vector));
    return { kind: 'sync: a state vector of nobody', data };
  },
  // From here on they are known at `/collab` only.
  token: (context: HostileContext): HostileFrame => ({
    kind: 'auth: again, with another token',
    data: authFrame(context, context.dice.pick(context.open), context.dice.pick(TOKENS)),
  }),
  notOpen: (context: HostileContext): HostileFrame => {
    const { dice, updates, closed } = context;
    const data = sync(context, dice.pick(closed), dice.pick([0, 1, 2]), updates.make('nothing'));
    return { kind: 'sync: a document that is not open', data };
  },
  ignored: (context: HostileContext): HostileFrame => {
    const { dice, open, closed } = context;
    const data = typed(context, dice.pick([...open, ...closed]), dice.pick([3, 5]), (encoder) =>
      encoding.writeUint8Array(encoder, dice.bytes(dice.below(60))),
    );
    return { kind: 'stateless and presence queries', data };
  },
};

/** How often each; the answer to a state vector is a whole document. */
const WEIGHTS = { update: 8, presence: 4, stateVector: 0.3, token: 1, notOpen: 1, ignored: 1 };

const LOUD: Readonly<Record<string, (context: HostileContext) => HostileFrame>> = {
  update: (context) => updateFrame(context, context.dice.pick(UNSOUND_UPDATES)),
  presence: (context) => {
    const { dice, open, others } = context;
    const kind = dice.pick(LOUD_PRESENCE);
    const payload = hostilePresence(kind, dice, others);
    const data = typed(context, dice.pick(open), TYPE.awareness, (at) => encoding.writeVarUint8Array(at, payload));
    return { kind: `presence: ${kind}`, data };
  },
  type: (context) => {
    const { dice, open } = context;
    const data = typed(context, dice.pick(open), dice.pick(NO_TYPES), (encoder) =>
      encoding.writeUint8Array(encoder, dice.bytes(dice.below(20))),
    );
    return { kind: 'frame: no such type', data };
  },
  subType: (context) => {
    const { dice, open, updates } = context;
    const data = sync(context, dice.pick(open), 3 + dice.below(1_000), updates.make('whole'));
    return { kind: 'frame: no such kind of sync', data };
  },
  length: (context) => {
    const { dice, open, updates } = context;
    const payload = updates.make('whole');
    const data = typed(context, dice.pick(open), TYPE.sync, (encoder) => {
      encoding.writeVarUint(encoder, SYNC.update);
      encoding.writeVarUint(encoder, dice.pick([payload.length - 1, payload.length + 1, 2 ** 31, 2 ** 53 - 1]));
      encoding.writeUint8Array(encoder, payload);
    });
    return { kind: 'frame: a length that is not true', data };
  },
  vector: (context) => ({
    kind: 'sync: a state vector that is none',
    data: sync(context, context.dice.pick(context.open), SYNC.step1, new Uint8Array([255, 255, 1, 2])),
  }),
  cut: (context) => {
    const { data } = updateFrame(context, 'whole');
    const bytes = data as Uint8Array;
    return { kind: 'frame: cut off', data: bytes.slice(0, context.dice.below(bytes.length)) };
  },
  flipped: (context) => {
    const { data } = updateFrame(context, 'whole');
    return { kind: 'frame: flipped bits', data: flipped(data as Uint8Array, context.dice) };
  },
  random: ({ dice }) => ({ kind: 'frame: random bytes', data: dice.bytes(dice.below(200)) }),
  text: ({ dice }) => ({ kind: 'frame: text', data: dice.pick(['', 'tekst', '{"type":"auth"}', '\u0000']) }),
};

/** Beyond what a message may be: a closing code of the websocket itself. */
function oversize(context: HostileContext): HostileFrame {
  const data = sync(context, context.dice.pick(context.open), SYNC.update, new Uint8Array(1024 * 1024 + 1));
  return { kind: 'frame: more than a megabyte', data };
}

export function authFrame(context: HostileContext, address: string, token: string): Uint8Array {
  return typed(context, address, TYPE.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, token);
  });
}

export function closeFrame(context: HostileContext, address: string): Uint8Array {
  return typed(context, address, TYPE.close, () => undefined);
}

export function step1Frame(context: HostileContext, address: string): Uint8Array {
  return sync(context, address, SYNC.step1, Y.encodeStateVector(new Y.Doc()));
}

export function step2Frame(context: HostileContext, address: string): Uint8Array {
  return sync(context, address, SYNC.step2, new Uint8Array([0, 0]));
}

/** A message after which the socket stays. */
export function quietFrame(context: HostileContext, isNamed: boolean): HostileFrame {
  // At `/yjs` an edit that is not taken closes.
  const kind = context.dice.weighted(
    isNamed ? WEIGHTS : { presence: WEIGHTS.presence, stateVector: WEIGHTS.stateVector },
  );
  return QUIET[kind](context);
}

/** A message after which the socket may be closed. */
export function loudFrame(context: HostileContext): HostileFrame {
  if (context.dice.chance(0.001)) return oversize(context);
  // Most in what is deepest: the updates.
  const make = context.dice.chance(0.6) ? LOUD['update'] : LOUD[context.dice.pick(Object.keys(LOUD))];
  return make?.(context) ?? oversize(context);
}
