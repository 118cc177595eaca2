import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { documentKey } from '../../shared/board/documentRef.ts';
import type { CommandContext } from '../../shared/commands/command.ts';
import { fragmentName } from '../../shared/doc/layout.ts';
import { contextOf, Replica as EmptyReplica, type Replica } from './board.ts';
import { PARTIES, randomStep, startedReplica } from './history.ts';

interface Peer {
  readonly replica: Replica;
  readonly context: CommandContext;
  connected: boolean;
  /** Updates on their way from the hub, each with its document. */
  readonly inbox: [string, Uint8Array][];
  /** Updates on their way to the hub. */
  readonly outbox: [string, Uint8Array][];
}

const REMOTE = 'remote';

/**
 * Three parties and a hub that relays, all in memory: updates wait in queues, are delivered in random portions,
 * and are lost at a disconnection, after which the two ends exchange what they miss, as providers do.
 */
export class Network {
  readonly hub: Replica;
  readonly peers: readonly Peer[];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    this.hub = startedReplica(random, 1);
    this.peers = PARTIES.map((id, index) => {
      const replica = new EmptyReplica(PARTIES, index + 2);
      replica.sync(this.hub);
      return { replica, context: contextOf(id, random), connected: true, inbox: [], outbox: [] };
    });
    for (const [key, doc] of this.hub.docs) {
      doc.on('update', (update: Uint8Array, from: unknown) => {
        for (const peer of this.peers) if (peer.connected && peer !== from) peer.inbox.push([key, update]);
      });
    }
    for (const peer of this.peers) {
      for (const [key, doc] of peer.replica.docs) {
        doc.on('update', (update: Uint8Array, from: unknown) => {
          if (from !== REMOTE && peer.connected) peer.outbox.push([key, update]);
        });
      }
    }
  }

  /** One step of a history: somebody does or types something, something travels, or a connection comes or goes. */
  step(): void {
    const chance = this.#random();
    const peer = this.peers[Math.floor(this.#random() * this.peers.length)];
    if (!peer) return;
    if (chance < 0.55) randomStep(peer.replica, this.#random, peer.context);
    else if (chance < 0.7) this.#type(peer);
    else if (chance < 0.93) this.#deliver(peer);
    else if (peer.connected) this.#disconnect(peer);
    else this.#reconnect(peer);
  }

  /** Brings every connection back and delivers everything. */
  settle(): void {
    for (const peer of this.peers) if (!peer.connected) this.#reconnect(peer);
    while (this.peers.some((peer) => peer.inbox.length > 0 || peer.outbox.length > 0)) {
      for (const peer of this.peers) this.#deliver(peer);
    }
  }

  boards(): Board[] {
    return [this.hub, ...this.peers.map((peer) => peer.replica)].map((replica) => replica.board);
  }

  #type(peer: Peer): void {
    const ids = [...peer.replica.board.activities.keys()];
    const activity = peer.replica.board.activities.get(ids[Math.floor(this.#random() * ids.length)] ?? '');
    if (!activity) return;
    const doc = peer.replica.docs.get(`party/${activity.owner}`);
    const fragment = doc?.getXmlFragment(
      fragmentName({ kind: 'activity', id: activity.id, field: 'resultsText:2026' }),
    );
    doc?.transact(() => {
      const first = fragment?.length ? fragment.get(0) : undefined;
      const text = first instanceof Y.XmlElement ? first.get(0) : undefined;
      if (text instanceof Y.XmlText) text.insert(Math.floor(this.#random() * (text.length + 1)), 'woord ');
      else {
        const made = new Y.XmlElement('paragraph');
        made.insert(0, [new Y.XmlText('begin ')]);
        fragment?.insert(0, [made]);
      }
    });
  }

  #deliver(peer: Peer): void {
    for (const [key, update] of peer.outbox.splice(0, 1 + Math.floor(this.#random() * 8))) {
      const doc = this.hub.docs.get(key);
      if (doc) Y.applyUpdate(doc, update, peer);
    }
    for (const [key, update] of peer.inbox.splice(0, 1 + Math.floor(this.#random() * 8))) {
      const doc = peer.replica.docs.get(key);
      if (doc) Y.applyUpdate(doc, update, REMOTE);
    }
  }

  #disconnect(peer: Peer): void {
    peer.connected = false;
    peer.inbox.length = 0;
    peer.outbox.length = 0;
  }

  #reconnect(peer: Peer): void {
    peer.connected = true;
    for (const ref of peer.replica.refs) {
      const key = documentKey(ref);
      const mine = peer.replica.doc(ref);
      const hub = this.hub.doc(ref);
      peer.outbox.push([key, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(hub))]);
      peer.inbox.push([key, Y.encodeStateAsUpdate(hub, Y.encodeStateVector(mine))]);
    }
  }
}
