import './overlay.css';
import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useFocusInside } from './useFocusInside.ts';

export interface PopoverBubbleProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PopoverBubble({ trigger, label, onClose, children }: PopoverBubbleProps) {
  const dialog = useFocusInside<HTMLElement>();
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      className="ob-popover"
      aria-label={label}
    >
      <Dialog ref={dialog} aria-label={label} className="ob-popover__dialog">
        {children}
      </Dialog>
    </Popover>
  );
}
