import { fitLayout } from './model/fitLayout.ts';

/** Says under a column how many of its cards, or of its sections when only those show, lie below what is seen. */
function sayWhatIsBelow(column: HTMLElement, moreWords: (count: number) => string): void {
  const body = column.querySelector('.ob-column__body');
  if (!body) return;
  const bottom = body.getBoundingClientRect().bottom;
  const items = [...body.querySelectorAll('.ob-card, .ob-section__head')].filter((item) => item.checkVisibility());
  const below = items.filter((item) => item.getBoundingClientRect().bottom > bottom + 1).length;
  if (below > 0) column.dataset['below'] = moreWords(below);
  else delete column.dataset['below'];
}

/** Counts anew what lies below, as after scrolling. */
export function sayBelow(frame: HTMLElement, moreWords: (count: number) => string): void {
  for (const column of frame.querySelectorAll<HTMLElement>('.ob-column')) sayWhatIsBelow(column, moreWords);
}

/**
 * Lays the board out by drawing it: lengths of titles only guess at what hyphens and fonts make of them. It sets styles
 * and data attributes that React does not know of, so nothing is rendered twice.
 */
export function fitBoard(frame: HTMLElement, moreWords: (count: number) => string): void {
  const board = frame.querySelector<HTMLElement>('.ob-board');
  if (!board) return;
  const style = getComputedStyle(frame);
  const width = frame.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const height = frame.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
  const columnsOf = (perRow: number): string => `repeat(${perRow}, minmax(0, 1fr))`;
  board.style.blockSize = 'auto';
  board.style.gridAutoRows = 'auto';
  const layout = fitLayout(board.childElementCount, width, height, (density, perRow) => {
    frame.dataset['density'] = density;
    board.style.gridTemplateColumns = columnsOf(perRow);
    return board.offsetHeight;
  });
  frame.dataset['density'] = layout.density;
  board.style.blockSize = '100%';
  board.style.gridTemplateColumns = columnsOf(layout.perRow);
  board.style.gridAutoRows = layout.fits ? 'auto' : 'minmax(0, 1fr)';
  sayBelow(frame, moreWords);
}
