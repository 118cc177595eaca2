import type { ItemStatus, RichText } from '../../shared/board/richText.ts';
import { richTextLines } from '../../shared/board/richTextLines.ts';
import type { SetAside, SetAsideItem } from './setAside.ts';

type StatusName = (status: ItemStatus) => string;

/** A text's words, with what each result states of itself. */
export function textWords(text: RichText, statusName: StatusName): string {
  return richTextLines(text)
    .map(({ words, item }) => {
      const said = [item?.status && statusName(item.status), item?.due].filter((part) => part !== undefined);
      return `${item ? '- ' : ''}${words}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
    })
    .join('\n');
}

/** What the person wrote, in words. */
export function mineInWords({ edit, mine }: SetAsideItem, statusName: StatusName): string {
  return edit?.kind === 'text' ? textWords(edit.text, statusName) : mine;
}

/** The words of an entry, to copy. */
export function setAsideText(entry: SetAside, statusName: StatusName): string {
  return entry.items
    .map((item) => `${item.title}${item.change === 'text' ? '\n' : ': '}${mineInWords(item, statusName)}`)
    .join('\n\n');
}
