import type { Activity, ActivityTextField, Board } from './board.ts';
import { fingerprint } from './fingerprint.ts';
import type { Id } from './ids.ts';
import type { Json } from './json.ts';
import { missingFrom, sayings } from './missingText.ts';
import type { RichText } from './richText.ts';

/** What arrived at an old place after the activity had gone: to be added to the card, or left out. */
interface Late {
  /** Field of the card's record that says what was done with it (`docs/board-spec.md`, X5). */
  readonly mark: string;
  /** Key of the document in which it stands. */
  readonly document: string;
  /** The organisation of that document. */
  readonly from: Id;
  readonly at: string;
}

/** One paragraph, or one list item in a list of its kind. */
export interface LateText extends Late {
  readonly kind: 'text';
  readonly field: ActivityTextField;
  readonly text: RichText;
}

/** A title that was given there. */
export interface LateTitle extends Late {
  readonly kind: 'title';
  readonly title: string;
}

export type LateEdit = LateText | LateTitle;

const MARK = 'late:';

/** What a departure says of one text; each fingerprint of what went along. */
function wentAlong(activity: Activity, field: string): readonly string[] {
  const { movedTo, mergedInto } = activity;
  return ((movedTo ?? mergedInto)?.texts[field] ?? '').split(' ').filter((name) => name !== '');
}

function fieldsOf(activity: Activity): ActivityTextField[] {
  // The reader gives no other names.
  return Object.keys(activity.texts) as ActivityTextField[];
}

/** One block for each paragraph and each top-level list item. */
function single(text: RichText): RichText[] {
  return text.flatMap((block): RichText[] =>
    block.type === 'paragraph' ? [[block]] : block.content.map((item) => [{ ...block, content: [item] }]),
  );
}

/**
 * What was written at an old place of an activity after it went, whether or not it was dealt with.
 * @param document key of the document in which the record stands
 */
export function lateAt(document: string, departed: Activity): LateEdit[] {
  const departure = departed.movedTo ?? departed.mergedInto;
  if (!departure) return [];
  const { at, salt = '' } = departure;
  const seen = new Map<string, number>();
  const markOf = (what: string): string => {
    const count = seen.get(what) ?? 0;
    seen.set(what, count + 1);
    return `${MARK}${fingerprint(`${salt}${document} ${departed.id} ${at} ${what} ${count}`)}`;
  };
  const common = { document, from: departed.owner, at };
  const title = departed.title.trim();
  const isNew = title !== '' && fingerprint(departed.title) !== departure.fields['title'];
  return [
    ...(isNew ? [{ ...common, kind: 'title' as const, title, mark: markOf(`title ${title}`) }] : []),
    ...fieldsOf(departed).flatMap((field) =>
      single(missingFrom(departed.texts[field] ?? [], wentAlong(departed, field), fingerprint)).map((text) => {
        return { ...common, kind: 'text' as const, field, text, mark: markOf(`${field} ${sayings(text).join(' ')}`) };
      }),
    ),
  ];
}

/** True when somebody added a late edit to the card or left it out. */
export function isDealtWith(unknown: { readonly [field: string]: Json } | undefined, { mark }: Late): boolean {
  return unknown?.[mark] !== undefined;
}

/** The activity as which a departed one is on the board now, by way of what it was merged into. */
function whereNow(board: Board, departed: Activity): Id {
  const seen = new Set<Id>();
  let id = departed.mergedInto?.activityId ?? departed.id;
  while (!board.activities.has(id) && !seen.has(id)) {
    seen.add(id);
    const next = [...board.departed.values()].find((other) => other.id === id && other.mergedInto);
    id = next?.mergedInto?.activityId ?? id;
  }
  return id;
}

/** The old places of a card: of itself and of what was merged into it, each with its document's key. */
function oldPlaces(board: Board, activityId: Id): { readonly document: string; readonly activity: Activity }[] {
  return [...board.departed].flatMap(([key, activity]) =>
    whereNow(board, activity) === activityId
      ? [{ document: key.slice(0, key.length - activity.id.length - 1), activity }]
      : [],
  );
}

/** Late edits of a card with which nobody has dealt: "tekst na overdracht". */
export function lateEdits(board: Board, activityId: Id): LateEdit[] {
  const card = board.activities.get(activityId);
  return oldPlaces(board, activityId)
    .flatMap(({ document, activity }) => lateAt(document, activity))
    .filter((late) => !isDealtWith(card?.unknown, late));
}
