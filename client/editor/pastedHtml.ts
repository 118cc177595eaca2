import { wordListsToLists } from './wordLists.ts';

/** What is pasted from Word, a mail or a page, as paragraphs and lists. No word of it is lost. */

const NOISE = 'style,script,meta,link,title,xml,template,object,iframe,noscript,head';
const BLOCKS = 'p,div,li,ul,ol,h1,h2,h3,h4,h5,h6,table,blockquote,pre';
const CELL_SEPARATOR = ' | ';

function removeComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

/** Replaces an element by others. */
function replace(element: Element, by: readonly Node[]): void {
  element.replaceWith(...by);
}

function headingToBold(heading: Element): void {
  const paragraph = heading.ownerDocument.createElement('p');
  const strong = heading.ownerDocument.createElement('strong');
  strong.append(...heading.childNodes);
  paragraph.append(strong);
  replace(heading, [paragraph]);
}

function pictureToWords(picture: Element): void {
  replace(picture, [picture.ownerDocument.createTextNode(picture.getAttribute('alt') ?? '')]);
}

function preToLines(pre: Element): void {
  const lines = (pre.textContent ?? '').split(/\r?\n/).map((line) => {
    const paragraph = pre.ownerDocument.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  replace(pre, lines);
}

function hasBlocks(cell: Element): boolean {
  return cell.querySelectorAll(BLOCKS).length > 1 || cell.querySelector('ul,ol,table') !== null;
}

/** Each row becomes a paragraph with its cells side by side; cells with several paragraphs follow one another. */
function rowToBlocks(row: Element): Node[] {
  const cells = [...row.children].filter((cell) => (cell.textContent ?? '').trim() !== '');
  if (cells.length === 0) return [];
  if (cells.some(hasBlocks)) return cells.flatMap((cell) => asBlocks(cell));
  const paragraph = row.ownerDocument.createElement('p');
  cells.forEach((cell, index) => {
    if (index > 0) paragraph.append(CELL_SEPARATOR);
    const inner = cell.querySelector('p,div') ?? cell;
    paragraph.append(...inner.childNodes);
  });
  return [paragraph];
}

function asBlocks(cell: Element): Node[] {
  if (cell.querySelector(BLOCKS)) return [...cell.childNodes];
  const paragraph = cell.ownerDocument.createElement('p');
  paragraph.append(...cell.childNodes);
  return [paragraph];
}

function tableToParagraphs(table: Element): void {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const captions = [...table.querySelectorAll('caption')].filter((caption) => caption.closest('table') === table);
  replace(table, [...captions.flatMap(asBlocks), ...rows.flatMap(rowToBlocks)]);
}

/** Word writes a hard space for each empty paragraph; those are only distance. */
function removeEmpty(root: Element): void {
  for (const paragraph of root.querySelectorAll('p,div')) {
    const isEmpty = (paragraph.textContent ?? '').replace(/[\s\u00a0]/g, '') === '';
    if (isEmpty && !paragraph.querySelector('br,img,ul,ol,table')) paragraph.remove();
  }
}

/** Cleans pasted HTML. @param keepsStatus false where items of a list state nothing, so that a copied status goes */
export function cleanPastedHtml(html: string, keepsStatus: boolean): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(NOISE)) element.remove();
  removeComments(body);
  for (const picture of body.querySelectorAll('img')) pictureToWords(picture);
  wordListsToLists(body);
  // From the inside out: a table in a table has become paragraphs before the outer one is taken.
  for (const table of [...body.querySelectorAll('table')].reverse()) tableToParagraphs(table);
  for (const heading of body.querySelectorAll('h1,h2,h3,h4,h5,h6')) headingToBold(heading);
  for (const pre of body.querySelectorAll('pre')) preToLines(pre);
  removeEmpty(body);
  for (const element of body.querySelectorAll('*')) {
    for (const name of ['class', 'lang', 'id', ...(keepsStatus ? [] : ['data-status', 'data-due', 'data-who'])])
      element.removeAttribute(name);
  }
  return body.innerHTML;
}
