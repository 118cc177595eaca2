import type { ItemStatus, RichText } from '../../shared/board/richText.ts';
import { richTextLines } from '../../shared/board/richTextLines.ts';
import type { SetAside, SetAsideItem } from './setAside.ts';

/** A text's words, with what each result states of itself. */
export function textWords(text: RichText, statusName: (status: ItemStatus) => string): string {
  return richTextLines(text)
    .map(({ words, item }) => {
      const said = [item?.status && statusName(item.status), item?.due].filter((part) => part !== undefined);
      return `${item ? '- ' : ''}${words}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
    })
    .join('\n');
}

/** The changes of one card or outcome. */
export interface SetAsideSubject {
  readonly key: string;
  readonly title: string;
  readonly items: readonly SetAsideItem[];
}

/** An entry's changes by what they are about. New cards first: what else was written is about them. */
export function bySubject({ items }: SetAside): readonly SetAsideSubject[] {
  const subjects = new Map<string, SetAsideItem[]>();
  for (const item of [...items].sort((a, b) => Number(b.change === 'added') - Number(a.change === 'added'))) {
    const key = `${item.collection}/${item.recordId}`;
    subjects.set(key, [...(subjects.get(key) ?? []), item]);
  }
  return [...subjects].map(([key, found]) => ({ key, title: found[0]?.title ?? '', items: found }));
}

/** The words of an entry, to copy: what each change is about, what it is, and what the person wrote. */
export function setAsideText(
  entry: SetAside,
  wordsOf: (item: SetAsideItem) => { readonly what: string; readonly mine: string },
): string {
  return bySubject(entry)
    .map(({ title, items }) => {
      const lines = items.map((item) => {
        const { what, mine } = wordsOf(item);
        if (mine === '') return what;
        return `${what}:${item.change === 'text' ? '\n' : ' '}${mine}`;
      });
      return [title, ...lines].join('\n');
    })
    .join('\n\n');
}
