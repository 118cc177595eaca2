import { DENIED, type DeniedReason, type Handshake } from '../../shared/protocol/live.ts';

/** Reads the provider's token; undefined where it names no generation and schema. */
export function readHandshake(token: string): Handshake | undefined {
  let value: unknown;
  try {
    value = JSON.parse(token);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { generation, schema } = value as Record<string, unknown>;
  return Number.isSafeInteger(generation) && Number.isSafeInteger(schema)
    ? { generation: generation as number, schema: schema as number }
    : undefined;
}

/**
 * Why a client may not go on; undefined when it may. What names no state started from nothing, so there is nothing that
 * could be merged wrongly.
 * @param schema that of this server, to which it brings every board that someone may write
 */
export function handshakeRefusal(
  handshake: Handshake | undefined,
  board: { readonly generation: number; readonly schema: number },
  schema: number,
): DeniedReason | undefined {
  // Served by a version that was put back after a newer one wrote here: it does not know what it would have to keep.
  if (board.schema > schema) return DENIED.olderServer;
  if (!handshake) return undefined;
  // The page and the server are of two versions, whichever is the later: loaded again, the page is the server's.
  if (handshake.schema !== schema) return DENIED.newerServer;
  // Another generation, in whichever direction, has another history.
  return handshake.generation === board.generation ? undefined : DENIED.olderGeneration;
}
