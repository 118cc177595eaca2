import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * A filter that leaves of each presence message only the entry of the sender itself: y-websocket sends on what it hears
 * of everyone else. Whom it names first is the sender.
 * @returns the filter; it gives undefined when nothing is left, and throws at what is no presence message
 */
export function ownPresence(): (payload: Uint8Array) => Uint8Array | undefined {
  let own: number | undefined;
  return (payload) => {
    const decoder = decoding.createDecoder(payload);
    let kept: Uint8Array | undefined;
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const start = decoder.pos;
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      decoding.readVarUint8Array(decoder);
      own ??= clientId;
      if (clientId === own) kept = payload.subarray(start, decoder.pos);
    }
    if (!kept) return undefined;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeUint8Array(encoder, kept);
    return encoding.toUint8Array(encoder);
  };
}
