import { type Liveness, livenessStep } from './liveness.ts';
import type { LiveSocket } from './liveSocket.ts';

const TICK = 1_000;

/**
 * Watches a socket: asks for a sign of life when it is silent or the browser says that the network is gone, gives it up
 * when none comes, and connects at once when the network or the page comes back.
 * @param ask sends something that the server always answers; gives false when silence is to be borne now
 * @param isWaiting true while something the person wrote is not acknowledged
 * @returns how to stop
 */
export function keepConnected(socket: LiveSocket, ask: () => boolean, isWaiting: () => boolean): () => void {
  let since = Date.now();
  let heardAt = 0;
  let askedAt = 0;
  let lookedAt = since;
  /** A clock that is set back takes along what was noted by it: nothing is waited for until it has caught up. */
  const now = (): number => {
    const time = Date.now();
    const back = Math.max(lookedAt - time, 0);
    since -= back;
    heardAt -= back;
    askedAt -= back;
    lookedAt = time;
    return time;
  };
  const onStatus = (): void => {
    since = now();
    heardAt = 0;
    askedAt = 0;
  };
  const onMessage = (): void => {
    heardAt = now();
  };
  const question = (): void => {
    if (ask()) askedAt = now();
  };
  const liveness = (): Liveness => ({
    status: socket.status,
    since,
    heardAt,
    askedAt,
    isWaiting: isWaiting(),
  });
  const tick = (): void => {
    const time = now();
    const step = livenessStep(liveness(), time);
    if (step === 'ask') question();
    if (step === 'abandon') socket.abandon();
    if (step === 'retry') {
      since = time;
      void socket.connect();
    }
  };
  // Not believed as it is: a server on the same machine or network may well be there.
  const onGone = (): void => {
    if (socket.status === 'connected' && askedAt <= heardAt) question();
  };
  const onReturn = (): void => {
    if (document.visibilityState === 'hidden' || !socket.shouldConnect) return;
    if (socket.status === 'disconnected') void socket.connect();
    else onGone();
  };
  const timer = setInterval(tick, TICK);
  socket.on('status', onStatus);
  socket.on('message', onMessage);
  window.addEventListener('online', onReturn);
  window.addEventListener('offline', onGone);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    clearInterval(timer);
    socket.off('status', onStatus);
    socket.off('message', onMessage);
    window.removeEventListener('online', onReturn);
    window.removeEventListener('offline', onGone);
    document.removeEventListener('visibilitychange', onReturn);
  };
}
