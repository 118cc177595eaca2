import { type Observable, observable } from '../board/observable.ts';
import { type DragSource, type DropTarget, isSameTarget } from './dropTarget.ts';

/** One move that is under way. */
export interface Drag {
  readonly source: DragSource;
  readonly by: 'mouse' | 'touch' | 'keys';
  /** Where it would land now. */
  readonly target: DropTarget | undefined;
}

/** At most one move at a time, whatever it is made with. */
export interface DragSession {
  readonly drag: Observable<Drag | undefined>;
  readonly start: (source: DragSource, by: Drag['by'], target?: DropTarget) => void;
  readonly over: (target: DropTarget | undefined) => void;
  /** Ends the move and gives it, to be carried out or forgotten. */
  readonly stop: () => Drag | undefined;
}

export function dragSession(): DragSession {
  const drag = observable<Drag | undefined>(undefined);
  return {
    drag,
    start: (source, by, target) => drag.set({ source, by, target }),
    over: (target) => {
      const now = drag.get();
      if (now && !isSameTarget(now.target, target)) drag.set({ ...now, target });
    },
    stop: () => {
      const last = drag.get();
      drag.set(undefined);
      return last;
    },
  };
}
