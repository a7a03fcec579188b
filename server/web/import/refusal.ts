import type { Locale } from '../locale.ts';

/** Why nothing was imported, as the command says it in English, and what the page says instead, in the reader's language. */
const KNOWN = [
  [/^there is a document .* already, and no sentence/, 'other-text'],
  [/, and not from .+; give .+ another id| is (?:markdown|plain|html), and not /, 'other-file'],
  [/was changed by somebody else while|another import is writing/, 'meanwhile'],
  [/ cannot be written there \(E(?:NOSPC|DQUOT|ROFS|ACCES|PERM)\)$/, 'disk'],
  [/^give the text a name/, 'id'],
  [/ has faults; run duidu check/, 'faults'],
  [/: a book has a document for each chapter|: it is a book of several chapters/, 'book'],
  [/: it is empty$/, 'empty'],
  [
    /[:] it has no text in it; it is damaged| is damaged|is a damaged|declares entities|lead out of it|is no well-formed XML|is too deep or too long|is neither UTF-8 nor UTF-16/,
    'damaged',
  ],
  [/ has no text$/, 'no-text'],
  [/ has no Chinese in it/, 'no-chinese'],
  [/: it is a PDF: /, 'pdf'],
  [/: it is a picture /, 'picture'],
  [/: it is (?:a file of an old word processor|a file in Rich Text)/, 'old-format'],
  [
    /: it is (?:packed|a database|a program|a web archive)|neither an EPUB nor a DOCX|: it is no text/,
    'other-format',
  ],
  [/: its name does not say what it is/, 'no-format'],
  [/ from byte \d+ on[;,]/, 'encoding'],
  [/ lie (?:a hundred|more than \S+|too) deep/, 'deep'],
  [/ read; cut it|takes (?:more|longer) than|unpacks to more|more than \d+ (?:files|chapters)/, 'too-long'],
  [/ is protected \(DRM\)/, 'protected'],
  [/: it has hardly any English/, 'no-english'],
  [/: it does not look like a translation/, 'no-translation'],
  [/ sentences are aligned; cut/, 'long-translation'],
] as const;

/** What a person is told; undefined for what is so rare that only the command has words for it. */
export function refusalIn(refusal: string, { t }: Locale): string | undefined {
  const known = KNOWN.find(([pattern]) => pattern.test(refusal));
  return known && t(`import.because.${known[1]}`);
}
