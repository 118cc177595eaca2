import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';

export interface EditorPopupProps {
  readonly label: string;
  /** Where it belongs in the window; it stands below. */
  readonly anchor: { readonly left: number; readonly bottom: number };
  /** Escape, a press elsewhere, or done. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small dialog inside a text field, at the caret. It is part of the field, so the text stays an editor. */
export function EditorPopup({ label, anchor, onClose, children }: EditorPopupProps) {
  const popup = useRef<HTMLDivElement>(null);

  // Set by hand and not by state: the focus comes right after, and nothing can have it before it has its place.
  useLayoutEffect(() => {
    const element = popup.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const frame = parent.getBoundingClientRect();
    const panel = element.closest('.ob-side-panel')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const most = panel.right - frame.left - element.offsetWidth - 12;
    const least = panel.left - frame.left + 12;
    // As variables: on a phone it stands at the bottom of the screen instead.
    element.style.setProperty('--ob-popup-left', `${Math.max(least, Math.min(anchor.left - frame.left, most))}px`);
    element.style.setProperty('--ob-popup-top', `${anchor.bottom - frame.top + 6}px`);
  }, [anchor]);

  useEffect(() => {
    const element = popup.current;
    const first =
      element?.querySelector<HTMLElement>('[data-autofocus]') ?? element?.querySelector<HTMLElement>('input, button');
    first?.focus();
    // After the keyboard of a phone, or the focus itself, has moved the page.
    const frame = requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest' }));
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !element?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('pointerdown', outside);
    };
  }, [onClose]);

  return (
    <div
      ref={popup}
      role="dialog"
      aria-label={label}
      className="ob-editor-popup"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
