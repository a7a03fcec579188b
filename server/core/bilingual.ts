/** One text in both languages of the bitext. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
