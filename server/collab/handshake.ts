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
 * Why a client that holds a state may not go on with it; undefined when it may. A client that names nothing started
 * from nothing, so there is nothing that could be merged wrongly.
 */
export function handshakeRefusal(
  handshake: Handshake | undefined,
  board: { readonly generation: number; readonly schema: number },
): DeniedReason | undefined {
  if (!handshake) return undefined;
  if (handshake.schema < board.schema) return DENIED.newerServer;
  // Another generation, in whichever direction, has another history.
  return handshake.generation === board.generation ? undefined : DENIED.olderGeneration;
}
