import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

/** First pause before connecting again; each next one is longer, up to the last, and all are spread by chance. */
const DELAY = { first: 300, least: 100, most: 8_000, factor: 1.8 } as const;

/** The one socket on which all documents of a board travel. */
export class LiveSocket extends HocuspocusProviderWebsocket {
  constructor(url: string) {
    super({
      url,
      delay: DELAY.first,
      minDelay: DELAY.least,
      maxDelay: DELAY.most,
      factor: DELAY.factor,
      jitter: true,
      // The stock check leaves the providers believing that they are synced; `keepConnected` takes its place.
      messageReconnectTimeout: 3_600_000,
    });
  }

  /**
   * Never queues. What is written while there is no connection travels in the sync step after it; queued as well, it
   * is acknowledged twice and "saved" is reached before the server has everything.
   */
  override send(message: unknown): void {
    if (this.webSocket?.readyState === WebSocket.OPEN) super.send(message);
  }

  /** Gives up a connection that no longer answers, as if the server had closed it. */
  abandon(): void {
    this.emit('close', { event: { code: 4408, reason: 'unanswered' } });
  }

  /** Spreads the first attempts of a hall full of people over the time that the server needs. */
  spreadNextAttempt(least: number, most: number): void {
    this.configuration.delay = Math.round(least + Math.random() * (most - least));
  }
}
