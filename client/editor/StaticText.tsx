import { Fragment, memo, type ReactNode } from 'react';
import type { Block, Inline, ListItem, RichText } from '../../shared/board/richText.ts';
import { plainText } from '../../shared/board/richText.ts';
import type { StatedStatus } from './itemStatus.ts';
import { StatusLabel } from './StatusLabel.tsx';
import { safeHref } from './safeHref.ts';
import type { StatusWords } from './statusWords.ts';

export interface StaticTextProps {
  readonly text: RichText;
  readonly wordsOf: (stated: StatedStatus, words: string) => StatusWords;
}

function marked(node: Inline): ReactNode {
  if (node.type === 'hardBreak') return <br />;
  const { text, bold, italic } = node;
  const slanted = italic ? <em>{text}</em> : text;
  const strong = bold ? <strong>{slanted}</strong> : slanted;
  const href = safeHref(node.href);
  if (href === undefined) return strong;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {strong}
    </a>
  );
}

// What is read has no identity of its own: the position is the only key that there is.
function keyed<T>(items: readonly T[], render: (item: T) => ReactNode): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return items.map((item, index) => <Fragment key={index}>{render(item)}</Fragment>);
}

function Item({ item, wordsOf }: { item: ListItem; wordsOf: StaticTextProps['wordsOf'] }) {
  const status = item.status ?? 'given';
  const first = item.content[0];
  const label = status !== 'given' && (
    <StatusLabel
      status={status}
      words={wordsOf({ status, due: item.due, who: item.who }, first ? plainText([first]) : '')}
    />
  );
  const inside = first?.type === 'paragraph' ? first : undefined;
  return (
    <li data-status={item.status}>
      {inside ? (
        <p>
          {label}
          <Words content={inside.content} />
        </p>
      ) : (
        <p>{label}</p>
      )}
      <Blocks blocks={inside ? item.content.slice(1) : item.content} wordsOf={wordsOf} />
    </li>
  );
}

function Words({ content }: { content: readonly Inline[] }) {
  // An empty paragraph is as high as in the editor.
  const last = content.at(-1);
  return (
    <>
      {keyed(content, marked)}
      {(last === undefined || last.type === 'hardBreak') && <br />}
    </>
  );
}

function Blocks({ blocks, wordsOf }: { blocks: readonly Block[]; wordsOf: StaticTextProps['wordsOf'] }) {
  return keyed(blocks, (block) => {
    if (block.type === 'paragraph') {
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    }
    const List = block.type === 'bulletList' ? 'ul' : 'ol';
    return (
      <List>
        {keyed(block.content, (item) => (
          <Item item={item} wordsOf={wordsOf} />
        ))}
      </List>
    );
  });
}

/** A text to read, with the same shape as in the editor, so that nothing moves when one becomes the other. */
export const StaticText = memo(function StaticText({ text, wordsOf }: StaticTextProps) {
  return <Blocks blocks={text} wordsOf={wordsOf} />;
});
