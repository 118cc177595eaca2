import { parseDocumentName } from '../../../shared/doc/names.ts';
import { UNNAMED } from './lineage.ts';

const START = '/yjs/';

/** What a program asks for in the address of its socket. */
export interface YjsAddress {
  readonly documentName: string;
  /** Absent for who comes by cookie. */
  readonly token: string | undefined;
  /** Generation and schema, as the provider of `/collab` sends them, or that they are not named. */
  readonly handshake: string;
}

/** Reads `/yjs/<document name>?token=…&generation=…&schema=…`; undefined when it names no document. */
export function readYjsAddress(url: string): YjsAddress | undefined {
  const [path = '', query = ''] = url.split('?', 2);
  const documentName = path.startsWith(START) ? decoded(path.slice(START.length)) : undefined;
  const name = documentName === undefined ? undefined : parseDocumentName(documentName);
  // A draft is no program's (W2): by this door it is not even refused.
  if (documentName === undefined || !name || name.ref.kind === 'draft') return undefined;
  const asked = new URLSearchParams(query);
  const generation = asked.get('generation');
  const schema = asked.get('schema');
  const isNamed = generation !== null && schema !== null;
  return {
    documentName,
    token: asked.get('token') ?? undefined,
    handshake: isNamed ? JSON.stringify({ generation: Number(generation), schema: Number(schema) }) : UNNAMED,
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
