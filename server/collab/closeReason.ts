/** What a socket is closed with. */
export interface CloseReason {
  readonly code: number;
  readonly reason: string;
}
