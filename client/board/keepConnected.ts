import { type Liveness, livenessStep } from './liveness.ts';
import type { LiveSocket } from './liveSocket.ts';

const TICK = 1_000;

/**
 * Watches a socket: asks for a sign of life when it is silent, gives it up when none comes, and connects at once when
 * the network or the page comes back.
 * @param ask sends something that the server always answers; gives false when silence is to be borne now
 * @param isWaiting true while something the person wrote is not acknowledged
 * @returns how to stop
 */
export function keepConnected(socket: LiveSocket, ask: () => boolean, isWaiting: () => boolean): () => void {
  let since = Date.now();
  let askedAt = 0;
  const onStatus = (): void => {
    since = Date.now();
    askedAt = 0;
  };
  const question = (): void => {
    if (ask()) askedAt = Date.now();
  };
  const liveness = (): Liveness => ({
    status: socket.status,
    since,
    heardAt: socket.lastMessageReceived,
    askedAt,
    isWaiting: isWaiting(),
  });
  const tick = (): void => {
    const step = livenessStep(liveness(), Date.now());
    if (step === 'ask') question();
    if (step === 'abandon') socket.abandon();
    if (step === 'retry') {
      since = Date.now();
      void socket.connect();
    }
  };
  const onReturn = (): void => {
    if (document.visibilityState === 'hidden' || !socket.shouldConnect) return;
    if (socket.status === 'disconnected') void socket.connect();
    else if (socket.status === 'connected' && askedAt <= socket.lastMessageReceived) question();
  };
  const timer = setInterval(tick, TICK);
  socket.on('status', onStatus);
  window.addEventListener('online', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    clearInterval(timer);
    socket.off('status', onStatus);
    window.removeEventListener('online', onReturn);
    document.removeEventListener('visibilitychange', onReturn);
  };
}
