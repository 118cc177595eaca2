import type { Document } from '@hocuspocus/server';
import { applyAwarenessUpdate } from 'y-protocols/awareness';
import { CLOSE, type PresenceUser } from '../../shared/protocol/live.ts';
import { type PresenceEntry, readPresence, writePresence } from './awarenessUpdate.ts';
import type { DocumentLink } from './documentLink.ts';

/** A cursor that moves is sent this often at most. */
const WINDOW_MS = 60;
/**
 * Providers repeat an unchanged state every 15 s and forget one after 30 s. Repetitions of a whole room go out
 * together, this often.
 */
const REPEAT_MS = 5_000;

interface Tab {
  readonly link: DocumentLink;
  readonly clientId: number;
  /** The newest state that came in, not yet sent. */
  next: PresenceEntry | undefined;
  /** What the client said last, to see repetitions. */
  said: string;
  /** Of `performance.now()`: a clock that is set back would silence it. */
  sentAt: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Presence of a board's people, on its frame only. The engine would make a scratch document for each message and
 * believe what it says; here each link speaks for one tab, and the server writes who it is.
 */
export class Presence {
  readonly #tabs = new Map<DocumentLink, Tab>();
  readonly #repeats = new Map<Tab, number>();
  readonly #characters: number;
  #repeatTimer: NodeJS.Timeout | undefined;

  constructor(characters: number) {
    this.#characters = characters;
  }

  /** Takes a client's presence message. Documents other than the frame take none. */
  receive(link: DocumentLink, payload: Uint8Array): void {
    if (link.ref.kind !== 'frame') return;
    const entries = readPresence(payload, this.#characters);
    if (!entries) {
      link.socket.close(CLOSE.malformed);
      return;
    }
    const tab = this.#tabs.get(link) ?? this.#claim(link, entries);
    // Providers also repeat what they know of others, for example that someone timed out: not theirs to say.
    const own = tab && entries.findLast((entry) => entry.clientId === tab.clientId);
    if (!tab || !own) return;
    const said = JSON.stringify(own.state);
    if (own.state === null || said !== tab.said) {
      tab.said = said;
      tab.next = own;
      this.#repeats.delete(tab);
      this.#schedule(tab, own.state === null ? 0 : WINDOW_MS - (performance.now() - tab.sentAt));
    } else {
      this.#repeats.set(tab, own.clock);
      this.#repeatTimer ??= setTimeout(() => this.#repeat(), REPEAT_MS).unref();
    }
  }

  /** Writes the identity again: a person's role or organisation changed. */
  identityChanged(link: DocumentLink): void {
    const tab = this.#tabs.get(link);
    const state = tab && documentOf(tab)?.awareness.getStates().get(tab.clientId);
    if (tab && state && !tab.next) this.#send(tab, { clientId: tab.clientId, clock: 0, state });
  }

  /** The document is closed on this socket; the engine tells the others. */
  left(link: DocumentLink): void {
    const tab = this.#tabs.get(link);
    if (tab) this.#forget(tab);
  }

  close(): void {
    clearTimeout(this.#repeatTimer);
    for (const tab of this.#tabs.values()) this.#forget(tab);
  }

  /** The first client id that a link names is its own, unless another person speaks for it. */
  #claim(link: DocumentLink, entries: readonly PresenceEntry[]): Tab | undefined {
    for (const { clientId, state } of entries) {
      if (state === null) continue;
      const holder = [...this.#tabs.values()].find(
        (tab) => tab.clientId === clientId && tab.link.documentName === link.documentName,
      );
      if (holder && holder.link.socket.identity.userId !== link.socket.identity.userId) continue;
      // The same tab came back before its old connection was noticed to be gone.
      if (holder) this.#forget(holder);
      const tab: Tab = {
        link,
        clientId,
        next: undefined,
        said: '',
        sentAt: Number.NEGATIVE_INFINITY,
        timer: undefined,
      };
      this.#tabs.set(link, tab);
      return tab;
    }
    return undefined;
  }

  #forget(tab: Tab): void {
    clearTimeout(tab.timer);
    this.#repeats.delete(tab);
    this.#tabs.delete(tab.link);
    // Otherwise the old connection's end would take the new one's presence away.
    if (tab.link.connection) documentOf(tab)?.getClients(tab.link.connection).delete(tab.clientId);
  }

  #schedule(tab: Tab, inMs: number): void {
    if (inMs <= 0) {
      clearTimeout(tab.timer);
      tab.timer = undefined;
      this.#flush(tab);
    } else {
      tab.timer ??= setTimeout(() => {
        tab.timer = undefined;
        this.#flush(tab);
      }, inMs).unref();
    }
  }

  #flush(tab: Tab): void {
    const { next } = tab;
    tab.next = undefined;
    if (next) this.#send(tab, next);
  }

  #repeat(): void {
    this.#repeatTimer = undefined;
    const repeats = [...this.#repeats];
    this.#repeats.clear();
    for (const [tab, clock] of repeats) {
      const state = documentOf(tab)?.awareness.getStates().get(tab.clientId);
      if (state) this.#send(tab, { clientId: tab.clientId, clock, state });
    }
  }

  #send(tab: Tab, { state, clock }: PresenceEntry): void {
    const { link, clientId } = tab;
    const document = documentOf(tab);
    const { connection } = link;
    if (!document || !connection || !document.hasConnection(connection)) return;
    // Who comes back has the clock that everyone knows already, and would not be seen: go one further. Only one, so
    // that the echo never overwrites something newer at the sender.
    const known = document.awareness.meta.get(clientId)?.clock ?? 0;
    const entry: PresenceEntry = {
      clientId,
      clock: clock > known ? clock : known + 1,
      state: state && { ...state, user: userOf(link) },
    };
    tab.sentAt = performance.now();
    applyAwarenessUpdate(document.awareness, writePresence(entry), { source: 'connection', connection });
    // The engine counts only ids that it never saw, so who came back would stay after leaving.
    if (state) document.getClients(connection).add(clientId);
    else document.getClients(connection).delete(clientId);
  }
}

function documentOf(tab: Tab): Document | undefined {
  return tab.link.connection?.document;
}

function userOf({ socket, participant }: DocumentLink): PresenceUser {
  const { userId, userName, program } = socket.identity;
  const { organisationId, role } = participant;
  return { id: userId, name: userName, organisationId, role, ...(program && { program: true }) };
}
