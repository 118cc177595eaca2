import { type ReactNode, StrictMode, useEffect, useReducer } from 'react';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { caretChannel } from '../../../client/editor/caretChannel.ts';
import { RichTextField, type RichTextFieldProps } from '../../../client/editor/RichTextField.tsx';
import { laterTexts, startI18n } from '../../../client/i18n.ts';
import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import type { RichText } from '../../../shared/board/richText.ts';
import { plainText } from '../../../shared/board/richText.ts';
import { readFragment, writeFragment } from '../../../shared/doc/richTextFragment.ts';

const ORGANISATIONS = [
  { id: 'ggd', name: 'GGD Voorbeeldland', colour: 3 },
  { id: 'welzijn', name: 'Welzijn Voorbeeld', colour: 4 },
];

const FIELD = 'activity:a1:meansText';
const REMOTE = 'remote';

/** Someone on the board: a document with the texts, and presence, which travels on another document. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly frame = new Y.Doc();
  readonly awareness = new Awareness(this.frame);

  constructor(organisationId: string) {
    this.awareness.setLocalState({
      user: { id: `user-${organisationId}`, name: 'Jan', organisationId, role: 'member' },
    });
  }

  /** What one does reaches the other at once. */
  connect(other: Writer): void {
    for (const [from, to] of [
      [this, other],
      [other, this],
    ] as const) {
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), REMOTE);
      from.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== REMOTE) Y.applyUpdate(to.doc, update, REMOTE);
      });
      from.awareness.on(
        'update',
        ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
          if (origin === REMOTE) return;
          applyAwarenessUpdate(
            to.awareness,
            encodeAwarenessUpdate(from.awareness, [...added, ...updated, ...removed]),
            REMOTE,
          );
        },
      );
      applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]), REMOTE);
    }
  }

  fragment(name = FIELD): Y.XmlFragment {
    return this.doc.getXmlFragment(name);
  }

  write(text: RichText, name = FIELD): void {
    writeFragment(this.fragment(name), text);
  }

  read(name = FIELD): RichText {
    return readFragment(this.fragment(name));
  }

  words(name = FIELD): string {
    return plainText(this.read(name));
  }

  carets(name = FIELD) {
    const [, activityId = '', field = ''] = name.split(/^activity:([^:]+):/);
    return caretChannel({
      awareness: this.awareness,
      place: { activityId, field },
      fragmentName: name,
      lookOf: ({ organisationId }) => ORGANISATIONS.find(({ id }) => id === organisationId) ?? { name: '?', colour: 0 },
    });
  }
}

/** A field as it stands in the panel, on one person's document. */
export function Field({
  writer,
  name = FIELD,
  ...props
}: { writer: Writer; name?: string } & Partial<RichTextFieldProps>) {
  const [, changed] = useReducer((times: number) => times + 1, 0);
  const fragment = writer.fragment(name);
  useEffect(() => {
    fragment.observeDeep(changed);
    return () => fragment.unobserveDeep(changed);
  }, [fragment]);
  const live = useLive(writer, name, fragment);
  return (
    <RichTextField
      label="Middelen"
      text={readFragment(fragment)}
      live={live}
      writable
      writers={[]}
      organisations={ORGANISATIONS}
      onFocusChange={(focused) => {
        const [, activityId, field] = name.split(/^activity:([^:]+):/);
        if (focused) writer.awareness.setLocalStateField('at', { activityId, field });
        else if (live.carets.isHere()) writer.awareness.setLocalStateField('at', { activityId });
      }}
      {...props}
    />
  );
}

const channels = new WeakMap<Y.XmlFragment, ReturnType<Writer['carets']>>();
let keys = 0;
const keyOf = new WeakMap<Y.XmlFragment, string>();

function useLive(writer: Writer, name: string, fragment: Y.XmlFragment) {
  const carets = channels.get(fragment) ?? writer.carets(name);
  channels.set(fragment, carets);
  const key = keyOf.get(fragment) ?? `${++keys}`;
  keyOf.set(fragment, key);
  return { key, fragment, carets };
}

let started: Promise<void> | undefined;

/** Shows fields side by side, one for each person. */
export async function show(children: ReactNode) {
  started ??= startI18n().then(laterTexts);
  await started;
  return render(<main>{children}</main>, { wrapper: StrictMode });
}

/** Waits for a condition; the machine that runs the tests may be busy. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 10_000 });
}

export function box(index: number) {
  return page.getByRole('textbox').nth(index);
}

/** Presses a field and waits until it is an editor. */
export async function openEditor(index: number): Promise<void> {
  await box(index).click();
  await eventually(() => box(index).element().classList.contains('ProseMirror-focused')).toBe(true);
  // ProseMirror puts the caret once more where its state has it, 20 ms after the focus; no hand is that fast.
  await new Promise((resolve) => setTimeout(resolve, 30));
}
