import { autoScroll } from './autoScroll.ts';
import { targetAt } from './boardDom.ts';
import type { DragSession } from './dragSession.ts';
import type { DragSource } from './dropTarget.ts';

/** How long a finger rests before it picks up, in milliseconds, and how far it may stray meanwhile, in pixels. */
const PRESS = 350;
const STRAY = 10;

function makeGhost(element: HTMLElement): HTMLElement {
  const box = element.getBoundingClientRect();
  const ghost = element.cloneNode(true) as HTMLElement;
  for (const attribute of ['id', 'data-drop-item', 'data-drop-zone']) ghost.removeAttribute(attribute);
  for (const inside of ghost.querySelectorAll('[data-drop-item],[data-drop-zone],[data-card-focus],[id]')) {
    for (const attribute of ['id', 'data-drop-item', 'data-drop-zone', 'data-card-focus'])
      inside.removeAttribute(attribute);
  }
  ghost.classList.add('ob-drag-ghost');
  ghost.setAttribute('aria-hidden', 'true');
  ghost.inert = true;
  Object.assign(ghost.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px` });
  document.body.append(ghost);
  return ghost;
}

/**
 * Lets a finger pick something up by resting on it. The browsers' own drag and drop by touch differs from one to the
 * next and is missing in some; a short touch still scrolls and taps.
 * @param drop carries the move out
 * @returns how to stop listening
 */
export function touchDrag(
  element: HTMLElement,
  handle: HTMLElement,
  source: () => DragSource | undefined,
  session: DragSession,
  drop: () => void,
): () => void {
  let release: (() => void) | undefined;

  function onDown(down: PointerEvent): void {
    if (down.pointerType !== 'touch' || !down.isPrimary || release) return;
    const moved = source();
    if (!moved) return;
    down.stopPropagation();
    let ghost: HTMLElement | undefined;
    let point: readonly [number, number] = [down.clientX, down.clientY];
    let scroll: ReturnType<typeof autoScroll> | undefined;
    const wasDraggable = element.draggable;
    // The browser's own long press would start its own drag of the same thing.
    element.draggable = false;

    const aim = (): void => session.over(targetAt(moved, ...point));
    const timer = setTimeout(() => {
      ghost = makeGhost(element);
      session.start(moved, 'touch');
      scroll = autoScroll(aim);
      navigator.vibrate?.(12);
    }, PRESS);

    const onMove = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      point = [event.clientX, event.clientY];
      const [byX, byY] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!ghost) {
        if (Math.hypot(byX, byY) > STRAY) end(false);
        return;
      }
      ghost.style.transform = `translate(${byX}px, ${byY}px) rotate(1.5deg)`;
      scroll?.move(...point);
      aim();
    };
    // Letting go is no tap.
    const onTouch = (event: TouchEvent): void => {
      if (ghost && event.cancelable) event.preventDefault();
    };
    const onMenu = (event: Event): void => event.preventDefault();
    const onUp = (event: PointerEvent): void => {
      if (event.pointerId === down.pointerId) end(true);
    };
    const onCancel = (event: PointerEvent): void => {
      if (event.pointerId === down.pointerId) end(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end(false);
    };

    function end(isDropped: boolean): void {
      clearTimeout(timer);
      scroll?.stop();
      const wasPickedUp = ghost !== undefined;
      ghost?.remove();
      element.draggable = wasDraggable;
      stop();
      if (!wasPickedUp) return;
      if (isDropped) drop();
      else session.stop();
    }
    function stop(): void {
      release = undefined;
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onCancel);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('contextmenu', onMenu, true);
      // After this turn: the end of the touch comes right behind that of the pointer.
      setTimeout(() => document.removeEventListener('touchend', onTouch));
    }
    release = () => end(false);
    document.addEventListener('pointermove', onMove);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onCancel);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('contextmenu', onMenu, true);
    document.addEventListener('touchend', onTouch, { passive: false });
  }

  handle.addEventListener('pointerdown', onDown);
  return () => {
    handle.removeEventListener('pointerdown', onDown);
    release?.();
  };
}

/**
 * Keeps the page still under a finger that moves something. Stands there all the time: browsers decide at the first
 * touch whether they will ask.
 */
export function holdPageStill(session: DragSession): () => void {
  const onTouch = (event: TouchEvent): void => {
    if (session.drag.get()?.by === 'touch' && event.cancelable) event.preventDefault();
  };
  document.addEventListener('touchmove', onTouch, { passive: false });
  return () => document.removeEventListener('touchmove', onTouch);
}
