import type { ItemStatus } from '../../shared/board/richText.ts';
import type { StatusWords } from './statusWords.ts';

/** The small label at the start of a result that states something. */
export function StatusLabel({ status, words }: { status: ItemStatus; words: StatusWords }) {
  return (
    <span className="ob-item-status" data-item-status={status} data-words={words.own}>
      <span className="ob-visually-hidden">{words.full}: </span>
      <span aria-hidden="true">{words.beside}</span>
    </span>
  );
}

/** The same label, for inside the editor; there it is a button, which the keyboard reaches by Ctrl+Enter. */
export function statusLabelElement(status: ItemStatus, words: StatusWords, name: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.contentEditable = 'false';
  button.className = 'ob-item-status';
  button.dataset['itemStatus'] = status;
  button.dataset['words'] = words.own;
  button.setAttribute('aria-label', name);
  button.textContent = words.beside;
  return button;
}
