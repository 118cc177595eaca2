/** What one socket, person or document may take of the server. */
export interface CollabLimits {
  /** Bytes of one message; the websocket itself closes beyond it (1009). */
  readonly messageBytes: number;
  /** Beyond these a socket is read more slowly; it is not closed. `Burst` is what it may send at once. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Milliseconds of this process's one thread that all sockets of a person may take with what they send; see above. */
  readonly workPerSecond: number;
  readonly workBurst: number;
  /** Received but not finished; beyond it the socket is not read. */
  readonly unfinishedMessages: number;
  readonly unfinishedBytes: number;
  /** Sent but not taken by the other side: beyond it the socket is not read, and after so long cut off. */
  readonly unreadBytes: number;
  readonly unreadMs: number;
  /** The same: beyond it the socket is cut off at once. Larger than one document. */
  readonly unsentBytes: number;
  /** The same, of all sockets of one person. */
  readonly unsentBytesPerUser: number;
  readonly socketsPerUser: number;
  /** A hall or a municipality may share one address. */
  readonly socketsPerAddress: number;
  /** The engine closes a socket at 100 documents that are being opened; we refuse the document earlier. */
  readonly documentsPerSocket: number;
  /** Bytes of a document's state, V1. */
  readonly documentBytes: number;
  /** Characters of one presence state as JSON. */
  readonly presenceCharacters: number;
  /** Journal rows of a document after which a snapshot is added: while it is open, and when it leaves memory. */
  readonly snapshotRows: number;
  readonly snapshotRowsAtUnload: number;
  /** How often every socket is asked whether it is still there, and how long it may be silent. */
  readonly pingMs: number;
  readonly silentMs: number;
  /** How often each session is looked up again: it may have ended where nobody told this process. */
  readonly sessionMs: number;
}

export const COLLAB_LIMITS: CollabLimits = {
  messageBytes: 1024 * 1024,
  messagesPerSecond: 300,
  messageBurst: 3_000,
  bytesPerSecond: 2 * 1024 * 1024,
  byteBurst: 16 * 1024 * 1024,
  workPerSecond: 150,
  workBurst: 1_000,
  unfinishedMessages: 256,
  unfinishedBytes: 4 * 1024 * 1024,
  unreadBytes: 1024 * 1024,
  // A document at its limit in this time takes 2 Mbit/s.
  unreadMs: 120_000,
  unsentBytes: 64 * 1024 * 1024,
  unsentBytesPerUser: 128 * 1024 * 1024,
  socketsPerUser: 200,
  socketsPerAddress: 1_000,
  // The frame, sixty parties, and slots that are started afresh while the old one closes.
  documentsPerSocket: 80,
  documentBytes: 32 * 1024 * 1024,
  presenceCharacters: 4_096,
  snapshotRows: 5_000,
  snapshotRowsAtUnload: 100,
  // Providers think that the connection is gone after 30 s without a message.
  pingMs: 20_000,
  silentMs: 75_000,
  sessionMs: 60_000,
};
