import type { Mention } from './mention.ts';

/** What a card is about, where it stands, and what it says. */
export interface Subject {
  /** The mention, or the number of the row in which the word stands: the card comes directly behind it in the document. */
  readonly host: HTMLElement;
  /** Its words on the page: the card lies over none of them. */
  readonly words: Element | Range;
  /** The line that names it, and what stands under it. */
  readonly names: HTMLElement;
  readonly body: readonly Node[];
  /** Every mention of the same entity. */
  readonly alike: readonly Mention[];
}
