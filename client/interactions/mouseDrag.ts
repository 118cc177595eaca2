import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScroll } from './autoScroll.ts';
import { targetAt } from './boardDom.ts';
import type { DragSession } from './dragSession.ts';
import type { DragSource } from './dropTarget.ts';

const KEY = 'opbrengstenbord';

function isTyping(element: HTMLElement): boolean {
  const active = document.activeElement;
  return (
    element.contains(active) &&
    active instanceof HTMLElement &&
    (active.isContentEditable || 'selectionStart' in active)
  );
}

/**
 * Lets the mouse drag an element.
 * @param handle the part that is gripped; the element itself when all of it is
 */
export function mouseDrag(element: HTMLElement, handle: HTMLElement, source: () => DragSource | undefined): () => void {
  return draggable({
    element,
    ...(handle === element ? {} : { dragHandle: handle }),
    canDrag: () => source() !== undefined && !isTyping(element),
    getInitialData: () => ({ [KEY]: source() }),
  });
}

/** Follows the drags that `mouseDrag` starts, over the whole page. */
export function followMouseDrags(session: DragSession, drop: () => void): () => void {
  const sourceOf = (data: Record<string, unknown>): DragSource | undefined => data[KEY] as DragSource | undefined;
  let scroll: ReturnType<typeof autoScroll> | undefined;
  let point: readonly [number, number] = [0, 0];

  const aim = (): void => {
    const source = session.drag.get()?.source;
    if (source) session.over(targetAt(source, ...point));
  };
  const stopTarget = dropTargetForElements({
    element: document.body,
    canDrop: ({ source }) => sourceOf(source.data) !== undefined,
    getDropEffect: () => 'move',
  });
  const stopMonitor = monitorForElements({
    canMonitor: ({ source }) => sourceOf(source.data) !== undefined,
    onDragStart: ({ source }) => {
      const moved = sourceOf(source.data);
      if (!moved) return;
      session.start(moved, 'mouse');
      scroll = autoScroll(aim);
    },
    onDrag: ({ location }) => {
      point = [location.current.input.clientX, location.current.input.clientY];
      scroll?.move(...point);
      aim();
    },
    onDrop: ({ location }) => {
      scroll?.stop();
      // Outside the page, or stopped with Escape.
      if (location.current.dropTargets.length === 0) {
        session.stop();
        return;
      }
      point = [location.current.input.clientX, location.current.input.clientY];
      aim();
      drop();
    },
  });
  return () => {
    scroll?.stop();
    stopTarget();
    stopMonitor();
  };
}
