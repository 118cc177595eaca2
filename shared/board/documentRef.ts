import type { Id } from './ids.ts';

/** A document of a board. Ideas and the tray come later as further kinds. */
export type DocumentRef =
  | { readonly kind: 'frame' }
  | { readonly kind: 'party'; readonly organisationId: Id }
  | { readonly kind: 'draft'; readonly organisationId: Id };

/** A document that holds activities: an organisation's party document or its draft. Both are laid out alike. */
export type OwnedDocument = Exclude<DocumentRef, { readonly kind: 'frame' }>;

/** The frame holds outcomes, organisations, indicators, plan texts and lists. */
export const FRAME: DocumentRef = { kind: 'frame' };

/** The party document holds the activities that one organisation owns. */
export function party(organisationId: Id): OwnedDocument {
  return { kind: 'party', organisationId };
}

/** The draft holds the activities that one organisation has not shared yet; it alone reads them. */
export function draft(organisationId: Id): OwnedDocument {
  return { kind: 'draft', organisationId };
}

/** Name of a document within its board: `frame`, `party/<organisationId>` or `draft/<organisationId>`. */
export function documentKey(ref: DocumentRef): string {
  return ref.kind === 'frame' ? 'frame' : `${ref.kind}/${ref.organisationId}`;
}

/** The organisation whose document it is; undefined for the frame, which is everyone's. */
export function ownerOf(ref: DocumentRef): Id | undefined {
  return ref.kind === 'frame' ? undefined : ref.organisationId;
}

/** What everyone on a board reads: the frame, and the document of each of these organisations. */
export function sharedDocuments(parties: readonly Id[]): DocumentRef[] {
  return [FRAME, ...parties.map(party)];
}

/** Every document of a board with these organisations: the shared ones, and each one's draft. */
export function allDocuments(parties: readonly Id[]): DocumentRef[] {
  return [FRAME, ...parties.map(draft), ...parties.map(party)];
}

/** The document in which an activity stands. */
export function documentOf(activity: { readonly owner: Id; readonly draft?: true }): OwnedDocument {
  return activity.draft ? draft(activity.owner) : party(activity.owner);
}
