const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * `href` if a page may link to it: an absolute address of the web or of a mailbox. It is read as a browser
 * reads it, so that a tab within `java\tscript:` hides nothing.
 */
export function safeHref(href: string): string | undefined {
  const url = URL.parse(href);
  return url !== null && SCHEMES.has(url.protocol) ? url.href : undefined;
}
