import type { Locale } from '../locale.ts';

/** Why nothing was imported, as the command says it in English, and what the page says instead, in the reader's language. */
const KNOWN = [
  [/: it is empty$/, 'empty'],
  [/ has no text$|: it has no text\b/, 'no-text'],
  [/ has no Chinese in it/, 'no-chinese'],
  [/: it is a PDF: /, 'pdf'],
  [/: it is a picture /, 'picture'],
  [/: it is (?:a file of an old word processor|a file in Rich Text)/, 'old-format'],
  [
    /: it is (?:packed|a database|a program|a web archive)|neither an EPUB nor a DOCX|it is no text/,
    'other-format',
  ],
  [/: its name does not say what it is/, 'no-format'],
  [/ from byte \d+ on[;,]/, 'encoding'],
  [/ lie a hundred deep in one another/, 'deep'],
  [
    / are read; cut it| are not read; cut it|takes (?:more|longer) than|unpacks to more|more than \d+ (?:files|chapters)/,
    'too-long',
  ],
  [/ is protected \(DRM\)/, 'protected'],
  [/ damaged|declares entities|lead out of it/, 'damaged'],
  [/ has hardly any English/, 'no-english'],
  [/ does not look like a translation/, 'no-translation'],
  [/ sentences are aligned; cut/, 'long-translation'],
  [/^there is a document .* already/, 'other-text'],
  [/, and not (?:from )?\S+; (?:say|give)/, 'other-file'],
  [/was changed by somebody else|another import is writing/, 'meanwhile'],
  [/cannot be written there/, 'disk'],
  [/^give the text a name/, 'id'],
] as const;

/** What a person is told; undefined for what is so rare that only the command has words for it. */
export function refusalIn(refusal: string, { t }: Locale): string | undefined {
  const known = KNOWN.find(([pattern]) => pattern.test(refusal));
  return known && t(`import.because.${known[1]}`);
}
