import './editor.css';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { XmlFragment } from 'yjs';
import type { CaretChannel } from './caretChannel.ts';
import { createEditor } from './createEditor.ts';
import { EditorPopup } from './EditorPopup.tsx';
import { focusAt } from './focusAt.ts';
import { itemAt, type StatedStatus, setItemStatus } from './itemStatus.ts';
import { LinkForm } from './LinkForm.tsx';
import { StatusForm } from './StatusForm.tsx';
import { statusLabelElement } from './StatusLabel.tsx';
import type { StartAt } from './startAt.ts';
import type { StatusWords } from './statusWords.ts';
import { Toolbar } from './Toolbar.tsx';

export interface LiveTextProps {
  readonly fragment: XmlFragment;
  readonly carets: CaretChannel | undefined;
  readonly label: string;
  /** Id of the element with the field's name, and of what explains it. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly placeholder: string;
  readonly hasStatuses: boolean;
  readonly startAt: StartAt;
  /** Gives what was typed while this was on its way, once. */
  readonly takeTyped: () => string;
  readonly wordsOf: (stated: StatedStatus, words: string) => StatusWords;
  /** Organisations that may determine a result: a stored id is shown as a name, and a name stored as an id. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onFull: () => void;
  readonly onForeign: () => void;
  /** Escape: back to reading. */
  readonly onLeave: () => void;
}

type Open = { readonly kind: 'link' | 'status'; readonly anchor: { readonly left: number; readonly bottom: number } };

function caretSpot(editor: Editor): Open['anchor'] {
  const { left, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
  return { left, bottom };
}

/** A text as an editor. It comes in a chunk of its own, when someone is about to write. */
export function LiveText(props: LiveTextProps) {
  const { fragment, carets, label, hasStatuses, organisations } = props;
  const { t } = useTranslation('editor');
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const [open, setOpen] = useState<Open>();
  const latest = useRef(props);
  latest.current = props;

  const openStatus = useCallback((target: Editor, position: number): void => {
    if (!itemAt(target.state, position)) target.chain().setTextSelection(position).toggleBulletList().run();
    // The selection holds the item: it stays with it while others write.
    else if (itemAt(target.state, target.state.selection.from)?.position !== itemAt(target.state, position)?.position)
      target.commands.setTextSelection(position);
    if (itemAt(target.state, target.state.selection.from)) setOpen({ kind: 'status', anchor: caretSpot(target) });
  }, []);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const { labelledBy, describedBy, placeholder, startAt } = latest.current;
    const made = createEditor({
      element,
      fragment,
      carets,
      hasStatuses,
      placeholder,
      attributes: {
        class: 'ob-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      },
      statusLabel: (stated, words) => {
        const said = latest.current.wordsOf(stated, words);
        return statusLabelElement(stated.status, said, t('statusOf', { status: said.full }));
      },
      openStatus: (position) => openStatus(made.editor, position),
      openLink: () => setOpen({ kind: 'link', anchor: caretSpot(made.editor) }),
      onFull: () => latest.current.onFull(),
      onForeign: () => latest.current.onForeign(),
    });
    setEditor(made.editor);
    focusAt(made.editor, startAt, latest.current.takeTyped());
    return () => {
      setEditor(undefined);
      setOpen(undefined);
      made.destroy();
    };
  }, [fragment, carets, hasStatuses, openStatus, t]);

  useEffect(() => {
    if (!editor) return;
    // An on-screen keyboard that comes up must not stand over the line that one writes.
    const show = (): void => editor.view.dispatch(editor.state.tr.scrollIntoView());
    const viewport = window.visualViewport;
    viewport?.addEventListener('resize', show);
    return () => viewport?.removeEventListener('resize', show);
  }, [editor]);

  const close = useCallback((): void => {
    setOpen(undefined);
    editor?.view.focus();
  }, [editor]);

  const stated =
    editor && open?.kind === 'status' ? itemAt(editor.state, editor.state.selection.from)?.stated : undefined;
  const nameOf = (who: string) => organisations.find(({ id }) => id === who)?.name ?? who;
  const idOf = (name: string) => organisations.find((organisation) => organisation.name === name)?.id ?? name;

  return (
    <>
      {editor && (
        <Toolbar
          editor={editor}
          field={label}
          hasStatuses={hasStatuses}
          onLink={() => setOpen({ kind: 'link', anchor: caretSpot(editor) })}
          onStatus={() => openStatus(editor, editor.state.selection.from)}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the textbox inside takes the keys; only Escape passes */}
      <div
        ref={host}
        className="ob-text-host"
        onKeyDown={(event) => {
          // The editor itself always prevents the default of Escape, so that says nothing.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          props.onLeave();
        }}
      />
      {editor && open?.kind === 'link' && (
        <EditorPopup label={t('link')} anchor={open.anchor} onClose={close}>
          <LinkForm editor={editor} onDone={close} />
        </EditorPopup>
      )}
      {editor && open?.kind === 'status' && stated && (
        <EditorPopup label={t('status')} anchor={open.anchor} onClose={close}>
          <StatusForm
            stated={stated.who === undefined ? stated : { ...stated, who: nameOf(stated.who) }}
            names={organisations.map(({ name }) => name)}
            onChange={(next) =>
              editor.commands.command(({ tr, state }) => {
                const item = itemAt(state, state.selection.from);
                if (item)
                  setItemStatus(tr, item.position, next.who === undefined ? next : { ...next, who: idOf(next.who) });
                return item !== undefined;
              })
            }
            onDone={close}
          />
        </EditorPopup>
      )}
    </>
  );
}
