import { ChevronDown, Ellipsis, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, Suspense, useCallback, useRef, useState } from 'react';
import { Button, type ButtonLook } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { MenuEntry } from './menu.ts';
import { overlay } from './overlayLoader.ts';

const MenuPopover = overlay(
  () => import('./overlay/MenuPopover.tsx'),
  (module) => module.MenuPopover,
);

export interface MenuButtonProps extends Pick<ButtonLook, 'variant'> {
  /** Name of the menu; also of the button when it shows no text. */
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly icon?: LucideIcon;
  readonly size?: 'sm' | 'md';
  /** Visible text; without it the button is an icon. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that opens a menu, by press, Enter, Space or arrow down; focus comes back to it. */
export function MenuButton({ label, items, icon, variant, size = 'md', children, className, ref }: MenuButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const shared = {
    ref: (element: HTMLButtonElement | null) => {
      trigger.current = element;
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
    className,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onClick: () => {
      // Safari does not focus a button that is clicked; the menu gives focus back to what had it.
      trigger.current?.focus();
      setOpen(true);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen(true);
    },
  };
  return (
    <>
      {children === undefined ? (
        <IconButton {...shared} icon={icon ?? Ellipsis} label={label} size={size} tooltip={open ? '' : label} />
      ) : (
        <Button {...shared} icon={icon} size={size} {...(variant && { variant })}>
          <span className="ob-button__with-arrow">
            {children}
            <Icon of={ChevronDown} />
          </span>
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <MenuPopover trigger={trigger} label={label} entries={items} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
