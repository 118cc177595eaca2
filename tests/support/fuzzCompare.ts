import * as Y from 'yjs';
import { documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import { findings, REPAIRABLE } from '../../shared/board/invariants.ts';
import { parseFragmentName } from '../../shared/doc/layout.ts';
import { boardOfStates } from '../../shared/doc/states.ts';
import { plain } from './board.ts';
import { COLLECTIONS, type Mark, timesSetAside, wordsOf, wrongFate } from './fuzzMarks.ts';
import type { FuzzPeer } from './fuzzPeer.ts';
import type { FuzzWorld } from './fuzzWorld.ts';
import { PARTIES } from './history.ts';
import { waitFor } from './waitFor.ts';

const REFS = [FRAME, ...PARTIES.map(party)];
const isRepairable = (code: string): boolean => (REPAIRABLE as readonly string[]).includes(code);

/** Everything in a document, to compare and to print. */
function contentOf(doc: Y.Doc): string {
  const records = COLLECTIONS.map((name) => [name, doc.getMap(name).toJSON()]);
  const texts = [...doc.share.keys()]
    .filter((name) => parseFragmentName(name))
    .map((name) => [name, doc.getXmlFragment(name).toString()])
    .filter(([, text]) => text !== '');
  return sortedJson(Object.fromEntries([...records, ...texts]));
}

function sortedJson(content: unknown): string {
  return JSON.stringify(content, (_, value) => {
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPlain ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
}

/** What a page holds of all documents. */
function contentsOf(peer: FuzzPeer): string {
  return REFS.map((ref) => contentOf(peer.doc(ref) ?? new Y.Doc())).join('\n');
}

/** Everybody and the server hold the same sound board. */
export async function compareBoards(world: FuzzWorld, peers: readonly FuzzPeer[]): Promise<string[]> {
  const problems: string[] = [];
  const states = await Promise.all(REFS.map(async (ref) => [ref, await world.readDocument(documentKey(ref))] as const));
  const docs = states.map(([, state]) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    return doc;
  });
  const board = boardOfStates(states);
  const expected = sortedJson(plain(board));
  const contents = docs.map(contentOf).join('\n');
  const isSame = (peer: FuzzPeer): boolean =>
    contentsOf(peer) === contents && sortedJson(plain(peer.live?.store.latest() ?? board)) === expected;
  const differing = (): string[] => peers.filter((peer) => !isSame(peer)).map(({ user }) => user);
  await waitFor('all hold the same board', () => differing().length === 0).catch(() => {
    problems.push(`${differing()} hold another board than the server`);
  });
  // A card put at an outcome of one's own stays where the frame was refused and the card was not: the outcome may come.
  const refused = new Set(peers.flatMap(({ setAside }) => setAside.flatMap(({ items }) => items.map(({ id }) => id))));
  const isExpected = (code: string, id: string): boolean =>
    isRepairable(code) ||
    (code === 'placeUnknown' && refused.has(`outcomes/${board.activities.get(id)?.place?.outcomeId}`));
  for (const { code, id } of findings(board)) {
    if (!isExpected(code, id)) problems.push(`the board breaks ${code} at ${id}`);
  }
  for (const finding of (await world.check()).findings) {
    if (!isExpected(finding.code, finding.record ?? '')) problems.push(`the check finds ${JSON.stringify(finding)}`);
  }
  for (const [index, ref] of REFS.entries()) {
    const doc = docs[index];
    const marks = peers.flatMap((peer) => peer.marks).filter((mark) => mark.document === documentKey(ref));
    if (doc) problems.push(...(await notThere(world, doc, marks)));
  }
  return problems;
}

/** Records and words that were accepted and are not on the board, or are there twice. */
async function notThere(world: FuzzWorld, doc: Y.Doc, marks: readonly Mark[]): Promise<string[]> {
  const accepted = await world.accepted();
  const ids = new Set(COLLECTIONS.flatMap((name) => [...doc.getMap(name).keys()]));
  const words = wordsOf(doc);
  return marks.flatMap(({ kind, text }) => {
    if (kind === 'title' || !accepted.has(text)) return [];
    const times = kind === 'record' ? Number(ids.has(text)) : words.split(text).length - 1;
    return times === 1 ? [] : [`${kind} ${text} was accepted and is ${times} times on the board`];
  });
}

/** Every edit is on the board or set aside, never both and never neither; and nothing else is set aside. */
export async function compareSetAside(world: FuzzWorld, peers: readonly FuzzPeer[]): Promise<string[]> {
  const accepted = await world.accepted();
  return peers.flatMap((peer) => {
    const fates = peer.marks.flatMap((mark) =>
      wrongFate({
        mark,
        setAside: timesSetAside(mark, peer.setAside),
        isAccepted: accepted.has(mark.text),
        isBeforeRestore: world.era > mark.era,
        wasAccepted: world.lost?.accepted.has(mark.text) ?? false,
        isInBackup: world.lost?.inBackup.has(mark.text) ?? false,
      }),
    );
    const foreign = peer.setAside
      .flatMap(({ items }) => items)
      .filter(({ edit }) => edit?.kind === 'field')
      .map(({ id }) => id)
      .filter((path) => !peer.touched.has(path) && !peer.touched.has(path.slice(0, path.lastIndexOf('/'))))
      .map((path) => `${path} is set aside for ${peer.user}, who did not write it`);
    return [...fates, ...foreign];
  });
}

/** Opened again without a network everybody sees the same, and what was set aside is still there. */
export async function compareOffline(peers: readonly FuzzPeer[]): Promise<string[]> {
  const problems: string[] = [];
  for (const peer of peers) {
    const before = contentsOf(peer);
    const setAside = JSON.stringify(sorted(peer));
    await peer.reopen('closed');
    peer.away = 1;
    peer.wire.cut();
    await waitFor(`${peer.user} sees a board`, () => peer.live?.status.get().phase === 'ready');
    if (contentsOf(peer) !== before) problems.push(`${peer.user} sees another board without a network`);
    if (JSON.stringify(sorted(peer)) !== setAside) problems.push(`${peer.user} finds other things set aside`);
  }
  return problems;
}

function sorted(peer: FuzzPeer): unknown[] {
  return [...peer.setAside].sort((one, other) => (one.id < other.id ? -1 : 1));
}
