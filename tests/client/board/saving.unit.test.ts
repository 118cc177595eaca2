import { describe, expect, test } from 'vitest';
import { afterClose, afterDenied, nextStatus } from '../../../client/board/boardStatus.ts';
import { type Liveness, livenessStep } from '../../../client/board/liveness.ts';
import { type SaveFacts, saveState } from '../../../client/board/saveState.ts';
import { addWaiting, NOTHING_WAITING, waitingCount } from '../../../client/board/waiting.ts';
import { CLOSE, DENIED } from '../../../shared/protocol/live.ts';

const facts: SaveFacts = { connection: 'online', waiting: 0, storeDown: false, setAside: 0, ended: false };

describe('what is said about saving', () => {
  test.each([
    ['everything acknowledged', {}, { state: 'saved', waiting: 0 }],
    ['on its way', { waiting: 2 }, { state: 'saving', waiting: 2 }],
    ['no connection, nothing written', { connection: 'offline' }, { state: 'offline', waiting: 0 }],
    ['no connection, two changes', { connection: 'offline', waiting: 2 }, { state: 'offline', waiting: 2 }],
    ['the store fails', { storeDown: true, waiting: 1 }, { state: 'failed', waiting: 1 }],
    ['changes were refused', { setAside: 3 }, { state: 'failed', waiting: 3 }],
    ['signed out with changes', { ended: true, waiting: 1, connection: 'offline' }, { state: 'failed', waiting: 1 }],
    ['the first connection', { connection: 'connecting' }, { state: 'saved', waiting: 0 }],
  ] as const)('%s', (_, change, expected) => {
    expect(saveState({ ...facts, ...change })).toEqual(expected);
  });

  test('a command counts once, a text once however many keys are struck', () => {
    const command = { records: new Map([['activities', new Set(['a1'])]]), fragments: new Set<string>() };
    const key = { records: new Map(), fragments: new Set(['activity:a1:meansText']) };
    const waiting = [command, key, key, key, command].reduce(addWaiting, NOTHING_WAITING);
    expect(waitingCount(waiting)).toBe(3);
  });
});

describe('a socket that says nothing', () => {
  const quiet: Liveness = { status: 'connected', since: 1_000, heardAt: 5_000, askedAt: 0, isWaiting: false };
  test.each([
    ['is left alone while nothing waits', quiet, 29_000, 'wait'],
    ['is asked in the end', quiet, 31_000, 'ask'],
    ['is asked soon when changes wait', { ...quiet, isWaiting: true }, 9_000, 'ask'],
    ['has time to answer', { ...quiet, askedAt: 16_000 }, 20_000, 'wait'],
    ['is given up when it does not', { ...quiet, askedAt: 16_000 }, 22_000, 'abandon'],
    ['is trusted again when it does', { ...quiet, askedAt: 16_000, heardAt: 17_000 }, 22_000, 'wait'],
    ['is asked also when it never said a word', { ...quiet, heardAt: 0, isWaiting: true }, 5_000, 'ask'],
    ['is tried anew when it does not open', { ...quiet, status: 'connecting' }, 12_000, 'retry'],
    ['is nobody’s business while it is closed', { ...quiet, status: 'disconnected' }, 99_000, 'wait'],
  ] as const)('%s', (_, state, now, expected) => {
    expect(livenessStep(state, now)).toBe(expected);
  });
});

describe('the board’s status', () => {
  test('is ready when no document is being opened any more, and stays so', () => {
    expect(nextStatus({ phase: 'loading' }, [])).toEqual({ phase: 'loading' });
    expect(nextStatus({ phase: 'loading' }, ['open', 'opening'])).toEqual({ phase: 'loading' });
    expect(nextStatus({ phase: 'loading' }, ['open', 'denied'])).toEqual({ phase: 'ready' });
    expect(nextStatus({ phase: 'ready' }, ['open', 'opening'])).toEqual({ phase: 'ready' });
  });

  test('each reason to close has its answer', () => {
    expect(afterClose(CLOSE.signedOut.code)).toEqual({ kind: 'end', reason: 'signed-out' });
    expect(afterClose(CLOSE.noAccess.code)).toEqual({ kind: 'end', reason: 'no-access' });
    expect(afterClose(CLOSE.tooLarge.code)).toEqual({ kind: 'setAside', reason: 'too-large' });
    expect(afterClose(1009)).toEqual({ kind: 'setAside', reason: 'too-large' });
    expect(afterClose(CLOSE.malformed.code)).toEqual({ kind: 'setAside', reason: 'malformed' });
    for (const code of [1006, CLOSE.restarting.code, CLOSE.tooMany.code, CLOSE.storeUnavailable.code])
      expect(afterClose(code).kind).toBe('reconnect');
  });

  test('a denied party is looked up again, a denied frame ends the board', () => {
    expect(afterDenied(DENIED.noAccess, false)).toEqual({ kind: 'refetch' });
    expect(afterDenied(DENIED.noAccess, true)).toEqual({ kind: 'end', reason: 'no-access' });
    expect(afterDenied(DENIED.olderGeneration, true)).toEqual({ kind: 'refetch' });
    expect(afterDenied(DENIED.newerServer, false)).toEqual({ kind: 'end', reason: 'newer-server' });
  });
});
