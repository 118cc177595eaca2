import type { SetAside } from './setAside.ts';

/** The words of an entry, to copy. */
export function setAsideText(entry: SetAside): string {
  return entry.items
    .map((item) => (item.change === 'text' ? `${item.title}\n${item.mine}` : `${item.title}: ${item.mine}`))
    .join('\n\n');
}
