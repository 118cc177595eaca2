import type { LucideIcon } from 'lucide-react';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** A second line that explains. */
  readonly hint?: string;
  readonly onAction?: () => void;
  readonly href?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Marks where one is now; say it in the label or hint too. */
  readonly current?: boolean;
}

export interface MenuGroup {
  readonly title: string;
  readonly items: readonly MenuAction[];
}

export type MenuEntry = MenuAction | MenuGroup | 'separator';
