import type { Id } from '../../shared/board/ids.ts';
import { compareText } from '../../shared/board/order.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import type { PresenceUser } from '../../shared/protocol/live.ts';

/** Where someone is: a card or outcome that is open, and the field in which the cursor stands. */
export interface At {
  readonly activityId?: Id;
  readonly outcomeId?: Id;
  readonly field?: string;
}

/** Someone else on the board, however many tabs they have open. */
export interface Person extends PresenceUser {
  readonly at: readonly At[];
}

function text(value: unknown, name: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function readUser(state: unknown): PresenceUser | undefined {
  const user = typeof state === 'object' && state !== null ? Reflect.get(state, 'user') : undefined;
  const id = text(user, 'id');
  const name = text(user, 'name');
  const organisationId = text(user, 'organisationId');
  if (id === undefined || name === undefined || organisationId === undefined) return undefined;
  const isProgram = Reflect.get(Object(user), 'program') === true;
  return { id, name, organisationId, role: text(user, 'role') ?? 'viewer', ...(isProgram && { program: true }) };
}

function readAt(state: unknown): At | undefined {
  const at = typeof state === 'object' && state !== null ? Reflect.get(state, 'at') : undefined;
  const activityId = text(at, 'activityId');
  const outcomeId = text(at, 'outcomeId');
  const field = text(at, 'field');
  if (activityId === undefined && outcomeId === undefined) return undefined;
  return {
    ...(activityId === undefined ? {} : { activityId }),
    ...(outcomeId === undefined ? {} : { outcomeId }),
    ...(field === undefined ? {} : { field }),
  };
}

/**
 * The other people on the board, by name. States without the identity that the server writes are left out.
 * @param before the earlier list: people of whom nothing changed keep their identity, and so does the list
 */
export function peopleOf(
  states: ReadonlyMap<number, unknown>,
  own: { readonly clientId: number; readonly userId?: Id | undefined },
  before: readonly Person[] = [],
): readonly Person[] {
  const found = new Map<Id, Person>();
  for (const [clientId, state] of states) {
    const user = readUser(state);
    if (!user || clientId === own.clientId || user.id === own.userId) continue;
    const at = readAt(state);
    const known = found.get(user.id);
    found.set(user.id, { ...user, at: [...(known?.at ?? []), ...(at ? [at] : [])] });
  }
  const now = [...found.values()]
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
    .map((person) => before.find((old) => old.id === person.id && isSameValue(old, person)) ?? person);
  return now.length === before.length && now.every((person, index) => person === before[index]) ? before : now;
}

/** Those on one card or outcome. */
export function peopleAt(people: readonly Person[], id: Id): readonly Person[] {
  return people.filter((person) => person.at.some((at) => at.activityId === id || at.outcomeId === id));
}

/** Those whose cursor stands in one field. */
export function peopleIn(people: readonly Person[], id: Id, field: string): readonly Person[] {
  return people.filter((person) =>
    person.at.some((at) => (at.activityId === id || at.outcomeId === id) && at.field === field),
  );
}

/** True when both lists hold the same people. */
export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
