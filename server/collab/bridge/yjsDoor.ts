import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { Problem } from '../../services/problem.ts';
import type { Program } from '../../services/programByToken.ts';
import { rateLimit } from '../../services/rateLimit.ts';
import type { Dialect } from '../dialect.ts';
import type { SocketIdentity } from '../liveSocket.ts';
import type { Door } from '../upgrade.ts';
import { readYjsAddress } from './yjsAddress.ts';
import { yjsDialect } from './yjsDialect.ts';

/**
 * How often one program may open one document in a minute. y-websocket comes back at once when it is closed, ten times a
 * second where it is refused; it waits longer when it is not let in.
 */
const OPENINGS_PER_MINUTE = 60;

/** Lets other Yjs programs in at `/yjs/<document name>`, by access token or by the session's cookie. */
export function yjsDoor(deps: {
  readonly programOf: (token: string) => Promise<Program | undefined>;
  readonly identifyByCookie: (request: IncomingMessage) => Promise<SocketIdentity | undefined>;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly onSocket: (ws: WebSocket, identity: SocketIdentity, dialect: Dialect) => void;
}): (request: IncomingMessage) => Door | undefined {
  const openings = rateLimit(OPENINGS_PER_MINUTE, 60_000);

  const byToken = async (token: string, request: IncomingMessage): Promise<SocketIdentity | undefined> => {
    const program = await deps.programOf(token);
    if (!program) return undefined;
    const { id, name, boardId } = program;
    const address = deps.addressOf(request);
    return { userId: id, userName: name, sessionKey: id, cookie: undefined, address, program: { boardId } };
  };

  return (request) => {
    const asked = readYjsAddress(request.url ?? '');
    if (!asked) return undefined;
    const { documentName, token, handshake } = asked;
    return {
      byCookie: token === undefined,
      answersByStatus: true,
      identify: () => (token === undefined ? deps.identifyByCookie(request) : byToken(token, request)),
      refusalFor: ({ userId }) => {
        try {
          openings.take(`${userId} ${documentName}`);
          return undefined;
        } catch (error) {
          if (error instanceof Problem) return CLOSE.tooMany;
          throw error;
        }
      },
      enter: (ws, identity) => deps.onSocket(ws, identity, yjsDialect(documentName, handshake)),
    };
  };
}
