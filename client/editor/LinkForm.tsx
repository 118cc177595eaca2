import type { Editor } from '@tiptap/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { hrefFromTyped } from './safeHref.ts';

/** Makes a link of the words that are selected, or changes the one at the caret. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('editor');
  const known: unknown = editor.getAttributes('link')['href'];
  const [address, setAddress] = useState(typeof known === 'string' ? known : '');
  const [isWrong, setWrong] = useState(false);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // The form stands in a panel that may be in a form of its own; React sends this on by the tree of components.
    event.stopPropagation();
    const href = hrefFromTyped(address);
    if (href === undefined) {
      setWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && known === undefined) {
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] });
    } else chain.setMark('link', { href });
    chain.run();
    onDone();
  };

  return (
    <form onSubmit={submit} className="ob-editor-popup__form" noValidate>
      <TextField
        label={t('linkAddress')}
        hint={t('linkHint')}
        value={address}
        inputMode="url"
        autoComplete="off"
        onChange={(value) => {
          setAddress(value);
          setWrong(false);
        }}
        {...(isWrong && { error: t('linkWrong') })}
      />
      <div className="ob-editor-popup__actions">
        {known !== undefined && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
              onDone();
            }}
          >
            {t('removeLink')}
          </Button>
        )}
        <Button size="sm" variant="primary" type="submit">
          {t('setLink')}
        </Button>
      </div>
    </form>
  );
}
