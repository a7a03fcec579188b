/** Fetch a file of words at `href` and offer those notes of it that are wanted as a download. False where it cannot be had. */
export async function saveDeck(href: string, isWanted: (word: string) => boolean): Promise<boolean> {
  try {
    const answer = await fetch(href);
    if (!answer.ok) return false;
    const lines = (await answer.text()).split('\n');
    const kept = lines.filter((line) => line === '' || line.startsWith('#') || isWanted(wordIn(line)));
    const name =
      /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'duidu.tsv';
    save(kept.join('\n'), name.replace(/\.tsv$/, '-learn.tsv'));
    return true;
  } catch {
    return false;
  }
}

// The second of its fields, which are apart by tabs; one that holds quotation marks is quoted.
function wordIn(line: string): string {
  const [, word = ''] = line.split('\t');
  return word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word;
}

function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/tab-separated-values' }));
  link.download = name;
  link.click();
  // Whoever saves it has read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
