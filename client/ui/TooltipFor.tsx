import './TooltipFor.css';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const SHOW_AFTER_MS = 500;
/** Time to move the pointer from the target to the tooltip. */
const HIDE_AFTER_MS = 120;
const GAP = 6;
const EDGE = 4;

/** Above the target where there is room, else below; always within the window. */
function place(bubble: HTMLElement, target: HTMLElement): void {
  const around = target.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const above = around.top - height - GAP;
  const centre = around.left + around.width / 2 - width / 2;
  bubble.style.top = `${above < EDGE ? around.bottom + GAP : above}px`;
  bubble.style.left = `${Math.max(EDGE, Math.min(centre, window.innerWidth - width - EDGE))}px`;
}

/**
 * Says in words what the target is, on hover and on keyboard focus. It repeats the accessible name, so it is
 * hidden from screen readers; Escape hides it, and the pointer may rest on it (WCAG 1.4.13).
 */
export function TooltipFor({ target, text }: { target: RefObject<HTMLElement | null>; text: string }) {
  const [shown, setShown] = useState(false);
  const timer = useRef(0);

  function later(show: boolean, delay: number) {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(show), delay);
  }

  useEffect(() => {
    const element = target.current;
    if (!element || text === '') return;
    const set = (show: boolean, delay: number) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setShown(show), delay);
    };
    const enter = (event: PointerEvent) => event.pointerType === 'mouse' && set(true, SHOW_AFTER_MS);
    const focus = () => element.matches(':focus-visible') && set(true, SHOW_AFTER_MS);
    const leave = () => set(false, HIDE_AFTER_MS);
    const hide = () => set(false, 0);
    element.addEventListener('pointerenter', enter);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focus', focus);
    element.addEventListener('blur', hide);
    element.addEventListener('click', hide);
    return () => {
      window.clearTimeout(timer.current);
      setShown(false);
      element.removeEventListener('pointerenter', enter);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('focus', focus);
      element.removeEventListener('blur', hide);
      element.removeEventListener('click', hide);
    };
  }, [target, text]);

  if (!shown || text === '') return null;
  return (
    <Bubble
      target={target}
      text={text}
      onHold={() => later(true, 0)}
      onLeave={() => later(false, HIDE_AFTER_MS)}
      onHide={() => later(false, 0)}
    />
  );
}

interface BubbleProps {
  readonly target: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly onHold: () => void;
  readonly onLeave: () => void;
  readonly onHide: () => void;
}

function Bubble({ target, text, onHold, onLeave, onHide }: BubbleProps) {
  const bubble = useRef<HTMLSpanElement>(null);

  // In the top layer, so that it stands above a dialog and is cut by nothing.
  useLayoutEffect(() => {
    if (!bubble.current || !target.current) return;
    bubble.current.showPopover();
    place(bubble.current, target.current);
  }, [target]);

  useEffect(() => {
    const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && onHide();
    document.addEventListener('keydown', hideOnEscape);
    document.addEventListener('scroll', onHide, true);
    return () => {
      document.removeEventListener('keydown', hideOnEscape);
      document.removeEventListener('scroll', onHide, true);
    };
  });

  return (
    <span
      ref={bubble}
      popover="manual"
      className="ob-tooltip"
      aria-hidden="true"
      onPointerEnter={onHold}
      onPointerLeave={onLeave}
    >
      {text}
    </span>
  );
}
