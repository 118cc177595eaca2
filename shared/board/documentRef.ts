import type { Id } from './ids.ts';

/** A document of a board. Drafts, ideas and the tray come later as further kinds. */
export type DocumentRef = { readonly kind: 'frame' } | { readonly kind: 'party'; readonly organisationId: Id };

/** The frame holds outcomes, organisations, indicators, plan texts and lists. */
export const FRAME: DocumentRef = { kind: 'frame' };

/** The party document holds the activities that one organisation owns. */
export function party(organisationId: Id): DocumentRef {
  return { kind: 'party', organisationId };
}

/** Name of a document within its board: `frame` or `party/<organisationId>`. */
export function documentKey(ref: DocumentRef): string {
  return ref.kind === 'frame' ? 'frame' : `party/${ref.organisationId}`;
}
