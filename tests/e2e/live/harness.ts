import type { LiveBoard } from '../../../client/board/liveBoard.ts';
import { storeOf } from '../../../client/board/offline/stores.ts';
import { readyToOpen } from '../../../client/board/openLiveBoard.ts';
import type { At } from '../../../client/board/presence.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import type { CommandResult } from '../../../shared/commands/command.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { editOutcome } from '../../../shared/commands/editOutcome.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { writeFragment } from '../../../shared/doc/richTextFragment.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';

/** Runs inside the browser: opens boards as the product does, apart from its screens. */

async function fetchDetail(boardId: Id): Promise<BoardDetail | number> {
  const response = await fetch(`/api/v1/boards/${boardId}`);
  return response.ok ? response.json() : response.status;
}

class Harness {
  readonly commands = { addActivity, addOutcomes, editActivity, editOutcome, moveActivity };
  readonly events: { name: string; event: unknown }[] = [];
  /** Every state of the saved indicator, in order, with what the board then held. */
  readonly savedStates: string[] = [];
  #live: LiveBoard | undefined;
  #userId = '';

  get live(): LiveBoard {
    if (!this.#live) throw new Error('no board is open');
    return this.#live;
  }

  async open(boardId: Id, userId: Id, url: string): Promise<void> {
    this.#userId = userId;
    const detail = await fetchDetail(boardId);
    if (typeof detail === 'number') throw new Error(`details: ${detail}`);
    const openLiveBoard = await readyToOpen(userId, boardId);
    const live = openLiveBoard({ detail, userId, url, onStale: () => void this.refetch() });
    this.#live = live;
    for (const name of ['titleOverwritten', 'refused', 'setAside', 'undo'] as const)
      live.events.on(name, (event) => this.events.push({ name, event }));
    live.saved.subscribe(() => this.savedStates.push(live.saved.get().state));
  }

  async keptEdits(): Promise<number> {
    return (await storeOf(this.#userId).edits(this.live.id)).length;
  }

  async refetch(): Promise<void> {
    const next = await fetchDetail(this.live.id);
    if (typeof next !== 'number') this.live.update(next);
    else if (next === 401) this.live.end('signed-out');
    else if (next === 404) this.live.end('no-access');
  }

  run(name: keyof Harness['commands'], args: unknown): CommandResult {
    return this.live.commands.run(this.commands[name] as never, args as never);
  }

  titles(): string[] {
    return [...this.live.store.latest().activities.values()].map((activity) => activity.title).sort();
  }

  title(id: Id): string | undefined {
    return this.live.store.latest().activities.get(id)?.title;
  }

  texts(id: Id): string {
    return JSON.stringify(this.live.store.latest().activities.get(id)?.texts ?? {});
  }

  /** Types into a text past every check of rights, as an editor would that has not heard yet. */
  type(id: Id, text: string): void {
    const field = this.live.fragment({ kind: 'activity', id, field: 'meansText' });
    if (!field) throw new Error('no such text');
    field.doc.transact(() => writeFragment(field.fragment, [{ type: 'paragraph', content: [{ type: 'text', text }] }]));
  }

  keyOf(id: Id): string | undefined {
    return this.live.fragment({ kind: 'activity', id, field: 'meansText' })?.key;
  }

  at(at: At | undefined): void {
    this.live.presence.setAt(at);
  }

  state() {
    const { status, connection, saved, setAside, presence, commands } = this.live;
    return {
      phase: status.get(),
      connection: connection.get(),
      saved: saved.get(),
      setAside: setAside.get(),
      people: presence.people.get(),
      refusal: commands.refusal.get(),
    };
  }
}

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = new Harness();
