import { type Board, isLive } from '../board/board.ts';
import { type DocumentRef, documentKey, documentOf, FRAME } from '../board/documentRef.ts';
import { liveLinks, siblingsAt } from '../board/home.ts';
import { compareText, isOrderKey, keysFor } from '../board/order.ts';
import { organisationCode } from '../board/organisationCode.ts';
import { columnAbove, isInCircle } from '../board/outcomeTree.ts';
import { outcomeSiblings } from './addOutcomes.ts';
import type { Accepted, Patch } from './command.ts';
import { changing } from './guards.ts';

interface RepairContext {
  readonly now: string;
  readonly random: () => number;
}

/**
 * What mends the board where merging broke a rule that every command keeps (`docs/board-spec.md`, R1 to R5):
 * patches for each document. An empty array means that nothing is to be mended. Reading shows the same either way.
 */
export function repair(board: Board, context: RepairContext): Accepted[] {
  const accepted: Accepted[] = [];
  const frame = [...repairOutcomes(board, context), ...repairCodes(board)];
  if (frame.length > 0) accepted.push({ ok: true, document: FRAME, patches: frame, id: '' });
  const documents = new Map<string, { readonly document: DocumentRef; readonly patches: Patch[] }>();
  for (const activity of board.activities.values()) {
    const patches = repairActivity(board, activity.id, context);
    if (patches.length === 0) continue;
    const document = documentOf(activity);
    const known = documents.get(documentKey(document))?.patches ?? [];
    documents.set(documentKey(document), { document, patches: [...known, ...patches] });
  }
  for (const { document, patches } of documents.values()) accepted.push({ ok: true, document, patches, id: '' });
  return accepted;
}

/** Circles become columns, deep nesting becomes a section of the column, foreign keys go to the end. */
function repairOutcomes(board: Board, context: RepairContext): Patch[] {
  return [...board.outcomes.values()].flatMap((outcome) => {
    const column = isInCircle(board.outcomes, outcome) ? undefined : columnAbove(board.outcomes, outcome);
    const known = outcome.place.parentId !== undefined && board.outcomes.has(outcome.place.parentId);
    const parentId = known ? column?.id : outcome.place.parentId;
    const sound = isOrderKey(outcome.place.key);
    if (sound && parentId === outcome.place.parentId) return [];
    const [key = ''] = sound
      ? [outcome.place.key]
      : keysFor(outcomeSiblings(board, column?.id, outcome.id), undefined, 1, context.random);
    const place = parentId === undefined ? { key } : { parentId, key };
    return [changing('outcomes', outcome.id, { place: { ...outcome.place } }, { place })];
  });
}

/** Two organisations that were given one code: the one with the smaller id keeps it. */
function repairCodes(board: Board): Patch[] {
  const taken = new Set<string>();
  const live = [...board.organisations.values()].filter(isLive).sort((a, b) => compareText(a.id, b.id));
  const all = live.map(({ code }) => code);
  return live.flatMap(({ id, name, code }) => {
    if (!taken.has(code)) {
      taken.add(code);
      return [];
    }
    const other = organisationCode(name, [], new Set([...all, ...taken]));
    taken.add(other);
    return [changing('organisations', id, { code }, { code: other })];
  });
}

/** A link to the home says nothing more; a foreign key goes to the end of its outcome. */
function repairActivity(board: Board, id: string, context: RepairContext): Patch[] {
  const activity = board.activities.get(id);
  if (!activity?.place) return [];
  const { place } = activity;
  const double = liveLinks(board.outcomes, activity)
    .filter((link) => link.outcomeId === place.outcomeId)
    .map((link) => changing('links', link.id, { archivedAt: undefined }, { archivedAt: context.now }));
  if (isOrderKey(place.key)) return double;
  const [key = ''] = keysFor(siblingsAt(board, place.outcomeId, id), undefined, 1, context.random);
  return [...double, changing('activities', id, { place: { ...place } }, { place: { ...place, key } })];
}
