/** Simplified or traditional characters. */
export const SCRIPTS = ['hans', 'hant'] as const;
export type Script = (typeof SCRIPTS)[number];

/** A text in other characters, unit by unit: whatever stands at an offset of the one stands at that offset of the other. */
export type Conversion = (text: string) => string;

/** What a language tag says of the characters; where it says nothing they are simplified. */
export function scriptOf(language: string): Script {
  return /^zh-(?:hant|tw|hk|mo)(?:-|$)/i.test(language) ? 'hant' : 'hans';
}

/** The language tag of Chinese in these characters. */
export function languageIn(script: Script): 'zh-Hans' | 'zh-Hant' {
  return script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}
