import type { Conversion, Script } from '../../core/script.ts';
import { languageIn, scriptOf } from '../../core/script.ts';

/** How Chinese is shown: its language tag, and its text in the characters that were asked for. */
export interface Written {
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly show: Conversion;
}

/** How Chinese of a language tag is shown. */
export type Scripts = (language: string) => Written;

/** What is in the chosen characters already stays as it is written, and so does all where nothing is chosen. */
export async function scriptsFor(
  chosen: Script | undefined,
  open: (to: Script) => Promise<Conversion>,
): Promise<Scripts> {
  if (chosen === undefined) return asWritten;
  const convert = await open(chosen);
  return (language) =>
    scriptOf(language) === chosen ? asWritten(language) : { lang: languageIn(chosen), show: convert };
}

export function asWritten(language: string): Written {
  return { lang: languageIn(scriptOf(language)), show: (text) => text };
}
