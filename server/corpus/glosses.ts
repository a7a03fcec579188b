import { stringify } from 'yaml';
import type { Finding } from '../core/finding.ts';
import type { Glosses } from '../core/gloss.ts';
import type { SegmentId } from '../core/segment.ts';
import { isSegmentId } from '../core/segment.ts';
import { Cursor } from './cursor.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

/** Read `gloss.<language>.yaml`. What is no segment id, or no text, is left out, and is a finding. */
export function readGlosses(file: string, text: string): Read<Glosses> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  const glosses = new Map<SegmentId, string>();
  if (!root.isAbsent && root.isMap(['language', 'glosses'])) {
    const language = root.at('language').text();
    const named = /gloss\.([A-Za-z0-9-]+)\.yaml$/.exec(file)?.[1];
    if (language !== undefined && named !== undefined && language !== named) {
      root.at('language').report('language-mismatch', `the file's name says ${named}`);
    }
    for (const [id, at] of root.at('glosses').entries()) {
      const gloss = at.text();
      if (!isSegmentId(id)) at.report('bad-id', `“${id}” is no segment id`);
      else if (gloss !== undefined) glosses.set(id, gloss);
    }
  }
  return { layer: glosses, findings, locate: opened.locate };
}

/** `gloss.<language>.yaml`: a line for each segment. */
export function writeGlosses(language: string, glosses: Glosses): string {
  return stringify(
    { language, glosses: Object.fromEntries(glosses) },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}
