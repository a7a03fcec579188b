import type { HitPlace } from '../core/search.ts';
import type { Field } from './posting.ts';

/** Where in a unit something was found: one bit for each place. */
export const BIT: Readonly<Record<HitPlace, number>> = { zh: 1, en: 2, note: 4, title: 8 };

/** A title says what all of it is about; a note is about the passage, and not in it. */
export const FIELDS: Readonly<Record<HitPlace | 'told', Field>> = {
  zh: { bit: BIT.zh, boost: 1 },
  en: { bit: BIT.en, boost: 1 },
  note: { bit: BIT.note, boost: 0.4 },
  title: { bit: BIT.title, boost: 1.5 },
  // Its tokens are marked, so that only questions find by them. They are nearly the passage's own words.
  told: { bit: 0, boost: 0.7 },
};
