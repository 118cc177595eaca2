import { type Board, COLOUR_COUNT, isLive, type OrganisationKind } from '../board/board.ts';
import { FRAME } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { LIMITS } from '../board/limits.ts';
import { type Command, type Fields, type Refusal, refuse } from './command.ts';
import { changing, cleanTitle, making, refuseTitle, refuseWrite } from './guards.ts';

export interface OrganisationFields {
  readonly name?: string | undefined;
  /** Two to four capitals, unique on the board. */
  readonly code?: string | undefined;
  readonly colour?: number | undefined;
  readonly kind?: OrganisationKind | undefined;
}

const CODE = new RegExp(`^[\\p{Lu}\\d]{${LIMITS.code.min},${LIMITS.code.max}}$`, 'u');

function refuseCode(board: Board, code: string, except: Id): Refusal | undefined {
  if (!CODE.test(code)) return refuse('codeInvalid');
  const taken = [...board.organisations.values()].some(
    (other) => isLive(other) && other.id !== except && other.code === code,
  );
  return taken ? refuse('codeTaken') : undefined;
}

function refuseFields(board: Board, id: Id, fields: OrganisationFields): Refusal | undefined {
  return (
    (fields.name === undefined ? undefined : refuseTitle(fields.name)) ??
    (fields.code === undefined ? undefined : refuseCode(board, fields.code, id))
  );
}

function cleaned(fields: OrganisationFields): Fields {
  const colour = fields.colour === undefined ? undefined : Math.abs(Math.trunc(fields.colour)) % COLOUR_COUNT;
  const all: Fields = { ...fields, name: fields.name === undefined ? undefined : cleanTitle(fields.name), colour };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Puts an organisation on the board (P1). People and its document are the server's business. */
export const addOrganisation: Command<Required<OrganisationFields> & { readonly id?: Id | undefined }> = (
  board,
  { id: given, ...fields },
  context,
) => {
  const id = given ?? context.newId();
  const refusal = refuseWrite(context, FRAME) ?? refuseFields(board, id, fields);
  if (refusal) return refusal;
  return { ok: true, document: FRAME, id, patches: [making('organisations', id, cleaned(fields), context.now)] };
};

/** Changes an organisation's name, code, colour or kind (P2). */
export const editOrganisation: Command<OrganisationFields & { readonly organisationId: Id }> = (
  board,
  { organisationId, ...fields },
  context,
) => {
  const organisation = board.organisations.get(organisationId);
  const refusal = refuseWrite(context, FRAME) ?? refuseFields(board, organisationId, fields);
  if (refusal || !organisation) return refusal ?? refuse('unknownRecord');
  const { name, code, colour, kind } = organisation;
  const patch = changing('organisations', organisationId, { name, code, colour, kind }, cleaned(fields));
  return { ok: true, document: FRAME, id: organisationId, patches: [patch] };
};
