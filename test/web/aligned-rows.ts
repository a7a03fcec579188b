/** Rows as somebody reads them: `2 守塔人点灯。 | The keeper … / The wind … | 41% sure`. */
export function rowsIn(html: string): string[] {
  return html
    .split('<div class="row')
    .slice(1)
    .map((row) => {
      const said = (pattern: RegExp): string => textOf(pattern.exec(row)?.[1] ?? '');
      const sentences = [...row.matchAll(/<span class="sentence">([\s\S]*?)<\/span>/g)].map(([, text]) =>
        textOf(text ?? ''),
      );
      return [
        /id="([^"]*)"/.exec(row)?.[1],
        said(/<p class="zh"[^>]*>([\s\S]*?)<\/p>/),
        sentences.join(' / '),
        said(/<p class="certainty">([\s\S]*?)<\/p>/)
          .replace(/[↑↓]/g, '')
          .trim(),
      ].join(' | ');
    });
}

export function textOf(html: string): string {
  const plain = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
  return plain
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#34;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
}

/** As `startAligned` leaves them. */
export const FIRST = [
  's1 | 灯塔 | The Lighthouse | 100% sure',
  's2 | 守塔人点灯。 | The keeper lights the lamp. / The wind comes from the north. | ◆ doubtful 41% sure',
  's3 | 风从北边来，他数浪。 | He counts the waves. | ◆ doubtful 55% sure',
  's4 | 雾散了。 |  | ',
  'loose_s4 |  | The fog lifts. / So does <b>hope</b>. | ◇ without Chinese',
  's5 | 船进港，没有人问它的名字𠮷&。 | A ship enters <i>"port"</i> & nobody asks its name. | 93% sure',
  's6 | 收帆 | Furl the sails. / Drop anchor. | ◆ doubtful 20% sure',
  's7 | 下锚 |  | ',
];
