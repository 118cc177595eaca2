import { InputRule, Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { safeHref } from './safeHref.ts';

const TYPED = /(?:^|\s)(https?:\/\/\S+)\s$/i;

/**
 * A link with nothing but its address. What is stored is only `href` (`docs/board-spec.md`): how a link looks and opens
 * is no business of the document. Addresses that may not be a link are dropped; their words stay.
 */
export const LinkMark = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,

  addAttributes() {
    return { href: { default: null } };
  },

  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute('href'));
          return href === undefined ? false : { href };
        },
      },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    const href = safeHref(HTMLAttributes['href']);
    return ['a', href === undefined ? {} : { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0];
  },

  addInputRules() {
    return [
      new InputRule({
        find: TYPED,
        handler: ({ state, range, match }) => {
          const href = safeHref(match[1]);
          if (href === undefined) return null;
          const start = range.from + match[0].indexOf(match[1] ?? '');
          state.tr
            .insertText(' ', range.to)
            .addMark(start, start + (match[1]?.length ?? 0), this.type.create({ href }))
            .removeStoredMark(this.type);
          return undefined;
        },
      }),
    ];
  },

  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          // An address on the clipboard becomes a link: on the words that are selected, or as itself.
          handlePaste: (view, event) => {
            const href = safeHref(event.clipboardData?.getData('text/plain'));
            if (href === undefined) return false;
            const { empty, from, to } = view.state.selection;
            const tr = view.state.tr;
            if (empty) tr.insertText(href, from).addMark(from, from + href.length, type.create({ href }));
            else tr.addMark(from, to, type.create({ href }));
            view.dispatch(tr.removeStoredMark(type).setMeta('paste', true).scrollIntoView());
            return true;
          },
          handleClick: (_view, _position, event) => {
            const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
            if (!(link instanceof HTMLAnchorElement) || !(event.ctrlKey || event.metaKey)) return false;
            window.open(link.href, '_blank', 'noopener,noreferrer');
            return true;
          },
        },
      }),
    ];
  },
});
