import type { LucideIcon } from 'lucide-react';

/** A lucide icon in the house's weight. Silent for screen readers unless it has a label of its own. */
export function Icon({ of: Lucide, size = 16, label }: { of: LucideIcon; size?: number; label?: string }) {
  return label === undefined ? (
    <Lucide size={size} strokeWidth={1.75} aria-hidden focusable={false} />
  ) : (
    <Lucide size={size} strokeWidth={1.75} role="img" aria-label={label} />
  );
}
