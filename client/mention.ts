export type Mention = HTMLAnchorElement;

export function mentionAt(target: EventTarget | null): Mention | undefined {
  return (target instanceof Element && target.closest<Mention>('a.mention')) || undefined;
}

/** Every mention of the same entity on the page, in both columns, this one among them. */
export function mentionsLike(mention: Mention): Mention[] {
  return [...document.querySelectorAll<Mention>(`a.mention[href="${addressOf(mention)}"]`)];
}

/** Those of `alike` that are seen in the column of `mention`, in the order of the text. */
export function inColumnOf(mention: Mention, alike: readonly Mention[]): Mention[] {
  const column = mention.closest('.zh') === null ? '.en' : '.zh';
  return alike.filter(
    (one) => one.closest(column) !== null && one.checkVisibility({ visibilityProperty: true }),
  );
}

/** As it stands in the markup, fit for a selector. */
export function addressOf(mention: Mention): string {
  return CSS.escape(mention.getAttribute('href') ?? '');
}
