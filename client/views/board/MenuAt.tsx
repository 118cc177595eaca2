import { Suspense, useMemo } from 'react';
import type { MenuEntry } from '../../ui/menu.ts';
import { overlay } from '../../ui/overlayLoader.ts';

const MenuPopover = overlay(
  () => import('../../ui/overlay/MenuPopover.tsx'),
  (module) => module.MenuPopover,
);

export interface MenuAtProps {
  /** The menu stands below it; it gets focus back. */
  readonly trigger: HTMLElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Shows the label above the entries. */
  readonly titled?: boolean;
  readonly onClose: () => void;
}

/** An open menu at an element, for the many that share one menu. */
export function MenuAt({ trigger, label, entries, titled = false, onClose }: MenuAtProps) {
  const reference = useMemo(() => ({ current: trigger }), [trigger]);
  return (
    <Suspense fallback={null}>
      <MenuPopover trigger={reference} label={label} entries={entries} titled={titled} onClose={onClose} />
    </Suspense>
  );
}
