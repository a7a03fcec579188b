import type { Bilingual } from '../core/bilingual.ts';
import { compareFigures, sentenceOf } from '../core/compare-figures.ts';
import type { Finding, Path } from '../core/finding.ts';
import type { Layers } from '../core/layers.ts';
import type { Prose } from '../core/proofread.ts';
import { proofread } from '../core/proofread.ts';
import type { Mark } from '../core/segment.ts';
import { textOf } from '../core/segment.ts';
import { compareNames } from '../core/spelling.ts';
import type { LoadedDocument } from './folder.ts';

/** Warnings about our own prose: glosses, notes, descriptions, study aids, and the texts that are ours. */
export function proofreadCorpus(documents: readonly LoadedDocument[]): Finding[] {
  const prose: Prose[] = [];
  const figures: Finding[] = [];
  const locates = new Map<string, LoadedDocument['locate']>();
  for (const { layers, locate } of documents) {
    if (layers === undefined) continue;
    const pieces = proseOf(layers);
    for (const { file } of pieces) locates.set(file, locate);
    for (const piece of pieces) prose.push(piece);
    figures.push(...figuresOf(layers));
  }
  const glosses = prose.filter((piece) => piece.language === 'en');
  return [...proofread(prose), ...compareNames(glosses), ...figures].map((finding) => ({
    ...finding,
    place: locates.get(finding.place.file)?.(finding.place) ?? finding.place,
  }));
}

function proseOf(layers: Layers): Prose[] {
  const { id, description, source, ledger, glosses, notes, study } = layers;
  const pieces: Prose[] = [];
  const both = (file: string, path: Path, { zh, en }: Bilingual, zhIsOurs = true): void => {
    const name = `documents/${id}/${file}`;
    if (zhIsOurs) pieces.push({ file: name, path: [...path, 'zh'], language: 'zh', text: zh });
    pieces.push({ file: name, path: [...path, 'en'], language: 'en', text: en });
  };
  const { redistributable, source: origin } = description.provenance;
  // A title and a text that are another's stay as they are.
  both('document.yaml', ['title'], description.title, redistributable);
  both('document.yaml', ['about'], description.about);
  both('document.yaml', ['provenance', 'source'], origin);
  for (const [index, note] of notes.entries()) both('notes.yaml', ['notes', index], note);
  if (study !== null) {
    both('study.yaml', ['introduction'], study.introduction);
    for (const [index, question] of study.questions.entries())
      both('study.yaml', ['questions', index], question);
  }
  for (const [index, segment] of ledger.segments.entries()) {
    if (segment.debris) continue;
    const zh = source === null ? undefined : textOf(source, segment.parts);
    const en = glosses.get(segment.id);
    if (en !== undefined) {
      const beside = zh ?? null;
      pieces.push({
        file: `documents/${id}/gloss.en.yaml`,
        path: ['glosses', segment.id],
        language: 'en',
        text: en,
        beside,
      });
    }
    if (redistributable && zh !== undefined && segment.kind !== 'code') {
      pieces.push({
        file: `documents/${id}/segments.json`,
        path: ['segments', index],
        language: 'zh',
        text: withoutCode(zh, segment.marks),
      });
    }
  }
  return pieces;
}

// Code has a punctuation of its own. Something stands in its place, so that what is around it stays what it was.
function withoutCode(text: string, marks: readonly Mark[]): string {
  return marks
    .filter(({ kind }) => kind === 'code')
    .reduce((rest, { start, end }) => rest.slice(0, start) + 'x'.repeat(end - start) + rest.slice(end), text);
}

// Glosses with a figure that their Chinese has not, or the other way about.
function figuresOf({ id, source, ledger, glosses }: Layers): Finding[] {
  if (source === null) return [];
  return ledger.segments.flatMap((segment) => {
    const en = glosses.get(segment.id);
    if (en === undefined || segment.debris || segment.kind === 'code') return [];
    const zh = quotingCode(textOf(source, segment.parts), segment.marks);
    return compareFigures(zh, en).map(
      (difference): Finding => ({
        rule: 'figure-differs',
        severity: 'warning',
        place: { file: `documents/${id}/gloss.en.yaml`, path: ['glosses', segment.id] },
        message: sentenceOf(difference),
      }),
    );
  });
}

// Its digits are no figures, but may stand in the English without quotes.
function quotingCode(text: string, marks: readonly Mark[]): string {
  return marks
    .filter(({ kind }) => kind === 'code')
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end }) => `${rest.slice(0, start)}\`${rest.slice(start, end)}\`${rest.slice(end)}`,
      text.replaceAll('`', ' '),
    );
}
