/** Why a document was started afresh, or set aside for good. */
export type RestartReason =
  | 'refused'
  | 'older-generation'
  | 'newer-server'
  | 'malformed'
  | 'too-large'
  | 'too-old'
  | 'no-access';
