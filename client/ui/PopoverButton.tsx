import { type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { Chip } from './Chip.tsx';
import { overlay } from './overlayLoader.ts';

const PopoverBubble = overlay(
  () => import('./overlay/PopoverBubble.tsx'),
  (module) => module.PopoverBubble,
);

export interface PopoverButtonProps {
  readonly label: string;
  /** Visible text. */
  readonly text: ReactNode;
  readonly look?: 'button' | 'chip';
  /** With a chip: something is set. */
  readonly active?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small dialog below it, for a filter for example. */
export function PopoverButton({ label, text, look = 'button', active = false, children }: PopoverButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const shared = {
    ref: trigger,
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': open,
    onClick: () => {
      trigger.current?.focus();
      setOpen(true);
    },
  };
  return (
    <>
      {look === 'chip' ? (
        <Chip {...shared} active={active} arrow>
          {text}
        </Chip>
      ) : (
        <Button {...shared}>{text}</Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <PopoverBubble trigger={trigger} label={label} onClose={close}>
            {children(close)}
          </PopoverBubble>
        </Suspense>
      )}
    </>
  );
}
