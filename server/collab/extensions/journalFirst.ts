import type { Extension } from '@hocuspocus/server';
import type { Logger } from 'pino';
import type { Id } from '../../../shared/board/ids.ts';
import { CLOSE, GENERATION_UNNAMED } from '../../../shared/protocol/live.ts';
import { JournalRefusal } from '../../db/journalStore.ts';
import { putsInTrash } from '../archiving.ts';
import type { CloseReason } from '../closeReason.ts';
import type { CollabContext } from '../documentLink.ts';
import { hasRoom, type LiveDocument, type LiveDocuments } from '../liveDocuments.ts';
import type { SocketIdentity } from '../liveSocket.ts';
import type { CollabMetrics, RefusedReason } from '../metrics.ts';
import { Stopped } from '../refusal.ts';
import { type Judgement, judgeUpdate } from '../updateVerdict.ts';
import type { SendingWindow } from './sendingWindow.ts';

const STEP_1 = 0;
const STEP_2 = 1;

/** An edit that was not taken while the connection stays. */
export interface RefusedEdit {
  readonly identity: SocketIdentity;
  readonly boardId: Id;
  /** `frame` or `party/<organisationId>`. */
  readonly document: string;
  readonly reason: RefusedReason;
}

/**
 * Before an update is applied, acknowledged or sent on: may its sender write, is it sound, and is it on the disk.
 * Each socket's updates come here in the order in which they were sent, whichever document they are for.
 */
export function journalFirst(deps: {
  readonly append: SendingWindow['append'];
  readonly live: LiveDocuments;
  readonly documentBytes: number;
  readonly metrics: CollabMetrics;
  readonly logger: Logger;
  /** Gives a journalled update to the document that is in memory now. */
  readonly deliver: (documentName: string, update: Uint8Array) => Promise<void>;
  readonly onRows: (documentName: string) => void;
  /** An update is in the document now. */
  readonly onGrown: (documentName: string) => void;
  readonly onRefused: (edit: RefusedEdit) => void;
  /** The board has another generation than the documents in memory. */
  readonly onOtherGeneration: (boardId: string) => void;
}): Extension<CollabContext> {
  return {
    extensionName: 'journalFirst',
    beforeHandleMessage: async ({ context, update }) => {
      const { link, socket } = context;
      if (!link) throw new Stopped();
      link.turn = socket.turnOf(update);
      await link.turn?.ready;
    },
    beforeSync: async ({ type, payload, connection, document, documentName, context }) => {
      const { link, socket } = context;
      if (type === STEP_1) {
        link?.lineage?.asked(payload);
        return;
      }
      // The engine leaves out what comes from who may only read. Throwing would do too, but it prints each time.
      const leaveOut = (why?: CloseReason): void => {
        connection.readOnly = true;
        if (why) socket.close(why);
      };
      // Closed by us: what was received but not begun is dropped. It was not acknowledged.
      if (socket.cutOff) return leaveOut();
      const live = deps.live.get(documentName);
      if (!link || !live) throw new Stopped();
      const update = payload.slice();
      const start = performance.now();
      const judgement = judgeUpdate(document, update);
      // Applying it takes about as long again.
      socket.worked(2 * (performance.now() - start));
      const { verdict, writers } = judgement;
      const authorId = socket.identity.userId;
      if (verdict === 'malformed') return leaveOut(CLOSE.malformed);
      if (link.lineage?.allows(judgement, type === STEP_2) === false) return leaveOut(GENERATION_UNNAMED);
      if (verdict === 'nothingNew') {
        // Nothing to write: acknowledged to readers as well, since they have what we have.
        connection.readOnly = false;
        return;
      }
      const trashes = (): boolean => !link.mayArchive && putsInTrash(document, judgement.added);
      const refusal = link.mayWrite ? refusalOf(judgement, live, authorId, trashes) : 'may-not-write';
      const refuse = (reason: RefusedReason): void => {
        deps.metrics.refused[reason] += 1;
        link.refuse();
        deps.onRefused({ identity: socket.identity, boardId: live.boardId, document: live.key, reason });
      };
      if (refusal) {
        refuse(refusal);
        return;
      }
      // What only deletes makes room, in a document that is full to the last byte too.
      const isGrowing = writers.size > 0;
      if (isGrowing && !hasRoom(live, document, update.length, deps.documentBytes)) return leaveOut(CLOSE.tooLarge);
      link.inFlight = true;
      const { boardId, key, generation } = live;
      // Claimed before the disk is waited for: another one's update may come meanwhile.
      for (const writer of writers) live.writers.set(writer, authorId);
      try {
        const stored = deps.append({ boardId, document: key, generation, update, authorId }, link.hasMore);
        // The journal keeps the order of the calls, so the next message need not wait for the disk.
        link.turn?.pass();
        await stored;
      } catch (error) {
        if (error instanceof JournalRefusal && error.code === 'otherGeneration') deps.onOtherGeneration(boardId);
        else deps.logger.error({ err: error, boardId }, 'live: an update was not journalled');
        if (error instanceof JournalRefusal && error.code === 'invalid') {
          // The database will never take it: sent again it would close this socket without end.
          refuse('refused-by-database');
          return;
        }
        return leaveOut(CLOSE.storeUnavailable);
      }
      // Rights that went meanwhile count from the next edit on; this one is in the journal.
      connection.readOnly = false;
      deps.metrics.updates += 1;
      live.rows += 1;
      live.bytes += update.length;
      deps.onRows(documentName);
      if (document.isDestroyed) await deps.deliver(documentName, update);
    },
    afterHandleMessage: async ({ context, documentName }) => {
      const { link } = context;
      // Acknowledged just now: it was journalled, and not left out.
      if (link?.turn && link.inFlight && link.connection?.readOnly === false) {
        deps.metrics.acknowledgement.observe((performance.now() - link.turn.startedAt) / 1000);
        deps.onGrown(documentName);
      }
      link?.settle();
    },
  };
}

/** Why an edit of someone who may write here is refused all the same; undefined when it is not. */
function refusalOf(
  { verdict, writers }: Judgement,
  live: LiveDocument,
  authorId: Id,
  trashes: () => boolean,
): RefusedReason | undefined {
  if (verdict === 'leavesPending') return 'builds-on-missing';
  // Clocks that another one used up under my client id would make what I send next look known already: it would be
  // acknowledged, and kept nowhere.
  const isAnothers = [...writers].some((writer) => (live.writers.get(writer) ?? authorId) !== authorId);
  if (isAnothers) return 'others-client-id';
  return trashes() ? 'may-not-archive' : undefined;
}
