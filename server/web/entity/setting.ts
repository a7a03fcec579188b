import type { Library } from '../../core/document.ts';
import type { Survey } from '../../core/survey.ts';
import type { Locale } from '../locale.ts';
import type { Ties } from './tie.ts';

/** What a page about entities is made of. */
export interface Setting {
  readonly library: Library;
  readonly survey: Survey;
  readonly ties: Ties;
  readonly locale: Locale;
}
