/** The kinds of address that a link may have; `javascript:` and the like are never one. */
const SAFE = /^(https?:\/\/|mailto:)\S+$/i;

/** The address when a link may have it; undefined otherwise. */
export function safeHref(href: unknown): string | undefined {
  return typeof href === 'string' && SAFE.test(href.trim()) ? href.trim() : undefined;
}

/** What a person types as an address: `www.deventer.nl` and `jan@deventer.nl` are completed. */
export function hrefFromTyped(typed: string): string | undefined {
  const text = typed.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[^\s:@]+\.[^\s:@.]{2,}(:\d+)?([/?#]\S*)?$/.test(text)) return safeHref(`https://${text}`);
  return safeHref(text);
}
