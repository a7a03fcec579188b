/** A piece of a message. What somebody typed is shown apart from our words, because it may run the other way. */
export interface Said {
  readonly text: string;
  readonly isTyped: boolean;
}

// Private characters, which no message holds; what was typed takes their place after the message is made.
const SLOT = /\ue000(\d+)\ue001/;

/** A message that `tell` makes, cut where it holds what was typed. */
export function saidOf(
  typed: Readonly<Record<string, string>>,
  tell: (slots: Readonly<Record<string, string>>) => string,
): Said[] {
  const values = Object.values(typed);
  const slots = Object.keys(typed).map((name, index) => [name, `\ue000${index}\ue001`]);
  return tell(Object.fromEntries(slots))
    .split(SLOT)
    .map((text, index) =>
      index % 2 === 0 ? { text, isTyped: false } : { text: values[Number(text)] ?? '', isTyped: true },
    )
    .filter(({ text }) => text !== '');
}

export function plainly(said: readonly Said[]): string {
  return said.map(({ text }) => text).join('');
}

/** What was typed, for where no element can stand: it cannot turn the text around it. */
export function isolated(typed: string): string {
  return `\u2068${typed}\u2069`;
}
