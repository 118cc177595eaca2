import { type DocumentRef, documentKey, draft, FRAME, party } from '../board/documentRef.ts';
import { type Id, isId } from '../board/ids.ts';

/** Name of a document on the wire: `board/<id>/frame`, `board/<id>/party/<organisationId>` or `board/<id>/draft/<organisationId>`. */
export function documentName(boardId: Id, ref: DocumentRef): string {
  return `board/${boardId}/${documentKey(ref)}`;
}

/** Reads a name from the wire; undefined when it names no document of a board. */
export function parseDocumentName(name: string): { readonly boardId: Id; readonly ref: DocumentRef } | undefined {
  const [root, boardId, kind, organisationId, rest] = name.split('/');
  if (root !== 'board' || !isId(boardId) || rest !== undefined) return undefined;
  if (kind === 'frame' && organisationId === undefined) return { boardId, ref: FRAME };
  if (kind === 'party' && isId(organisationId)) return { boardId, ref: party(organisationId) };
  if (kind === 'draft' && isId(organisationId)) return { boardId, ref: draft(organisationId) };
  return undefined;
}
