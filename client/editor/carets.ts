import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Caret, CaretChannel, JsonPosition } from './caretChannel.ts';
import { readDomSelection } from './readDomSelection.ts';

/** A caret at its place in the text as it stands now. */
interface Drawn extends Caret {
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
}

interface Carets {
  readonly drawn: readonly Drawn[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Carets>('carets');

function caretElement({ name, colour }: Caret): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'ob-caret';
  caret.dataset['organisationColour'] = `${colour}`;
  const label = document.createElement('span');
  label.className = 'ob-caret__name';
  label.textContent = name;
  // Word joiners keep the caret on the line of the letter that it stands at.
  caret.append('\u2060', label, '\u2060');
  return caret;
}

/** The binding between text and document, with its map from one to the other; undefined before it is made. */
function bindingOf(state: EditorState) {
  const sync = ySyncPluginKey.getState(state);
  return sync?.binding && sync.binding.mapping.size > 0 ? sync : undefined;
}

function place(state: EditorState, channel: CaretChannel): Drawn[] {
  const sync = bindingOf(state);
  if (!sync) return [];
  const most = Math.max(state.doc.content.size - 1, 0);
  const at = (position: JsonPosition): number | null =>
    relativePositionToAbsolutePosition(
      sync.doc,
      sync.type,
      Y.createRelativePositionFromJSON(position),
      sync.binding.mapping,
    );
  return [...channel.others()].flatMap(([clientId, caret]) => {
    const anchor = at(caret.cursor.anchor);
    const head = at(caret.cursor.head);
    if (anchor === null || head === null) return [];
    return [{ ...caret, clientId, from: Math.min(anchor, most), to: Math.min(head, most) }];
  });
}

function draw(state: EditorState, drawn: readonly Drawn[]): Carets {
  const decorations = drawn.flatMap((caret) => [
    Decoration.widget(caret.to, () => caretElement(caret), {
      key: `${caret.clientId} ${caret.colour} ${caret.name}`,
      side: 10,
      ignoreSelection: true,
    }),
    Decoration.inline(
      Math.min(caret.from, caret.to),
      Math.max(caret.from, caret.to),
      { class: 'ob-caret-selection', 'data-organisation-colour': `${caret.colour}` },
      { inclusiveEnd: true, inclusiveStart: false },
    ),
  ]);
  return { drawn, decorations: DecorationSet.create(state.doc, decorations) };
}

function isSame(a: readonly Drawn[], b: readonly Drawn[]): boolean {
  const text = (carets: readonly Drawn[]) =>
    carets.map(({ clientId, name, colour, from, to }) => `${clientId} ${name} ${colour} ${from} ${to}`).join();
  return text(a) === text(b);
}

/** Says where my own caret stands, as long as the text has the focus. */
function publish(view: EditorView, channel: CaretChannel): void {
  const sync = bindingOf(view.state);
  if (!view.hasFocus()) channel.setCursor(undefined);
  else if (sync) {
    const { anchor, head } = view.state.selection;
    const json = (position: number): JsonPosition =>
      Y.relativePositionToJSON(absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping));
    channel.setCursor({ anchor: json(anchor), head: json(head) });
  }
}

function caretsPlugin(channel: CaretChannel): Plugin<Carets> {
  return new Plugin<Carets>({
    key,
    state: {
      init: (_config, state) => draw(state, []),
      apply: (tr, before, _old, state) => {
        const isFromOthers = ySyncPluginKey.getState(state)?.isChangeOrigin === true;
        if (isFromOthers || tr.getMeta(key)) return draw(state, place(state, channel));
        return tr.docChanged ? { ...before, decorations: before.decorations.map(tr.mapping, tr.doc) } : before;
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => {
      let frame = 0;
      const redraw = (): void => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => {
          if (isSame(key.getState(view.state)?.drawn ?? [], place(view.state, channel))) return;
          readDomSelection(view);
          view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false));
        });
      };
      const tell = (): void => publish(view, channel);
      const stop = channel.subscribe(redraw);
      view.dom.addEventListener('focusin', tell);
      view.dom.addEventListener('focusout', tell);
      redraw();
      return {
        update: tell,
        destroy: () => {
          cancelAnimationFrame(frame);
          stop();
          view.dom.removeEventListener('focusin', tell);
          view.dom.removeEventListener('focusout', tell);
          channel.setCursor(undefined);
        },
      };
    },
  });
}

/** Shows the carets and selections of others in this text, and tells them of mine. */
export function caretsOf(channel: CaretChannel) {
  return Extension.create({
    name: 'carets',
    // Directly after the binding to the document, on whose map it stands.
    priority: 999,
    addProseMirrorPlugins: () => [caretsPlugin(channel)],
  });
}
