/** What a browser fetches for one page, in bytes as they are sent: compressed, without headers. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

/**
 * The weight of a page: its HTML, and every style sheet and script it leads to, with the modules those import, at once or later.
 * Fonts and images are not among them.
 */
export async function weigh(address: string): Promise<Weight> {
  const page = await fetchCompressed(address);
  const weight = { html: page.size, css: 0, js: 0 };
  const seen = new Set<string>();
  const waiting = linksIn(page.text).map((link) => new URL(link, address));
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url.href)) continue;
    seen.add(url.href);
    const file = await fetchCompressed(url.href);
    if (url.pathname.endsWith('.css')) weight.css += file.size;
    else weight.js += file.size;
    for (const name of partsIn(file.text)) waiting.push(new URL(name, url));
  }
  return weight;
}

function linksIn(html: string): string[] {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  return tags
    .flatMap((tag) => /\b(?:href|src)="([^"]+\.(?:css|js))"/.exec(tag)?.[1] ?? [])
    .filter((link) => link.startsWith('/'));
}

// A bundle names its parts as `"./part-ABC.js"`, in import statements and in calls of `import`.
function partsIn(text: string): string[] {
  return [...text.matchAll(/["'](\.\/[\w.-]+\.(?:js|css))["']/g)].map((match) => match[1] ?? '');
}

async function fetchCompressed(url: string): Promise<{ text: string; size: number }> {
  const answer = await fetch(url, { headers: { 'Accept-Encoding': 'br' } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  if (answer.headers.get('Content-Encoding') !== 'br') throw new Error(`${url} is not sent compressed`);
  return { text: await answer.text(), size: Number(answer.headers.get('Content-Length')) };
}
