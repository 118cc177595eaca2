/**
 * Word writes a list as loose paragraphs: `style="mso-list:l0 level2 lfo1"`, with the bullet or number as text in a
 * span `mso-list:Ignore`. This makes real lists of them.
 */

interface WordItem {
  readonly paragraph: HTMLElement;
  readonly level: number;
  readonly isOrdered: boolean;
}

function styleOf(element: Element): string {
  return element.getAttribute('style') ?? '';
}

/** Takes the bullet or number out and gives it. */
function takeMarker(paragraph: Element): string {
  const spans = [...paragraph.querySelectorAll('span')].filter((span) => /mso-list:\s*Ignore/i.test(styleOf(span)));
  const marker = spans.map((span) => span.textContent ?? '').join('');
  for (const span of spans) span.remove();
  if (spans.length > 0) return marker.trim();
  // Without that span (Word for the web, older mail programs) the marker is the first text.
  const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  const match = /^[\s\u00a0]*([·•▪o§\-–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[\s\u00a0]+/i.exec(text?.nodeValue ?? '');
  if (text && match) text.nodeValue = (text.nodeValue ?? '').slice(match[0].length);
  return match?.[1] ?? '';
}

function readItem(element: Element): WordItem | undefined {
  const match = /mso-list:\s*l\d+\s+level(\d+)/i.exec(styleOf(element));
  const isNamed = /MsoListParagraph/i.test(element.className);
  if (!(element instanceof HTMLElement) || (!match && !isNamed)) return undefined;
  const marker = takeMarker(element);
  // "Lijstalinea" is also Word's name for a paragraph that is only indented.
  if (!match && marker === '') return undefined;
  return { paragraph: element, level: Number(match?.[1] ?? 1), isOrdered: /^\(?[\da-z]{1,5}[.)]/i.test(marker) };
}

function makeLists(items: readonly WordItem[]): Element[] {
  const lists: Element[] = [];
  let list: Element | undefined;
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (!item) break;
    const nestedEnd = items.findIndex((later, at) => at > index && later.level <= item.level);
    const end = nestedEnd === -1 ? items.length : nestedEnd;
    const tag = item.isOrdered ? 'OL' : 'UL';
    if (list?.tagName !== tag) {
      list = item.paragraph.ownerDocument.createElement(tag);
      lists.push(list);
    }
    const li = item.paragraph.ownerDocument.createElement('li');
    const words = item.paragraph.ownerDocument.createElement('p');
    words.append(...item.paragraph.childNodes);
    li.append(words, ...makeLists(items.slice(index + 1, end)));
    list.append(li);
    index = end;
  }
  return lists;
}

/** Replaces each run of Word's list paragraphs by a list. */
export function wordListsToLists(root: Element): void {
  const parents = new Set(
    [...root.querySelectorAll('p,div,h1,h2,h3,h4,h5,h6')].map((element) => element.parentElement),
  );
  for (const parent of parents) {
    if (!parent) continue;
    let run: WordItem[] = [];
    const flush = (): void => {
      const [first] = run;
      if (first) {
        const lists = makeLists(run);
        first.paragraph.before(...lists);
        for (const { paragraph } of run) paragraph.remove();
      }
      run = [];
    };
    for (const child of [...parent.childNodes]) {
      if (child.nodeType === Node.TEXT_NODE && (child.nodeValue ?? '').trim() === '') continue;
      const item = child instanceof Element ? readItem(child) : undefined;
      if (item) run.push(item);
      else flush();
    }
    flush();
  }
}
