import type { Editor } from '@tiptap/core';
import { Bold, CircleDashed, Italic, Link, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { isMac } from './isMac.ts';
import { useEditorValue } from './useEditorValue.ts';

export interface ToolbarProps {
  readonly editor: Editor;
  /** Name of the field. */
  readonly field: string;
  readonly hasStatuses: boolean;
  readonly onLink: () => void;
  readonly onStatus: () => void;
}

interface Tool {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keys: string;
  readonly pressed?: boolean;
  readonly run: () => void;
}

function useTools({ editor, hasStatuses, onLink, onStatus }: ToolbarProps): Tool[] {
  const { t } = useTranslation('editor');
  const bold = useEditorValue(editor, (now) => now.isActive('bold'));
  const italic = useEditorValue(editor, (now) => now.isActive('italic'));
  const bullets = useEditorValue(editor, (now) => now.isActive('bulletList'));
  const numbers = useEditorValue(editor, (now) => now.isActive('orderedList'));
  const link = useEditorValue(editor, (now) => now.isActive('link'));
  const focused = () => editor.chain().focus();
  const mod = isMac() ? '⌘' : 'Ctrl+';
  return [
    {
      id: 'bold',
      icon: Bold,
      name: t('bold'),
      keys: `${mod}B`,
      pressed: bold,
      run: () => focused().toggleBold().run(),
    },
    {
      id: 'italic',
      icon: Italic,
      name: t('italic'),
      keys: `${mod}I`,
      pressed: italic,
      run: () => focused().toggleItalic().run(),
    },
    {
      id: 'bullets',
      icon: List,
      name: t('bulletList'),
      keys: isMac() ? '⌘⇧8' : 'Ctrl+Shift+8',
      pressed: bullets,
      run: () => focused().toggleBulletList().run(),
    },
    {
      id: 'numbers',
      icon: ListOrdered,
      name: t('orderedList'),
      keys: isMac() ? '⌘⇧7' : 'Ctrl+Shift+7',
      pressed: numbers,
      run: () => focused().toggleOrderedList().run(),
    },
    { id: 'link', icon: Link, name: t('link'), keys: `${mod}K`, pressed: link, run: onLink },
    ...(hasStatuses
      ? [{ id: 'status', icon: CircleDashed, name: t('status'), keys: isMac() ? '⌘↵' : 'Ctrl+Enter', run: onStatus }]
      : []),
  ];
}

/** The tools of the text that has the focus: one stop for Tab, arrows between them. */
export function Toolbar(props: ToolbarProps) {
  const { t } = useTranslation('editor');
  const tools = useTools(props);
  const [current, setCurrent] = useState(0);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const steps: { readonly [key: string]: number } = { ArrowRight: 1, ArrowLeft: -1 };
    const edges: { readonly [key: string]: number } = { Home: 0, End: tools.length - 1 };
    const step = steps[event.key];
    const next = edges[event.key] ?? (step === undefined ? undefined : (current + step + tools.length) % tools.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };

  return (
    <div
      role="toolbar"
      aria-label={t('tools', { field: props.field })}
      className="ob-editor-tools"
      onKeyDown={onKeyDown}
      // The caret stays in the text while one presses.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map((tool, index) => (
        <IconButton
          key={tool.id}
          size="sm"
          icon={tool.icon}
          label={tool.name}
          tooltip={t('withKeys', { name: tool.name, keys: tool.keys })}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          onClick={tool.run}
          {...(tool.pressed === undefined ? {} : { pressed: tool.pressed })}
        />
      ))}
    </div>
  );
}
