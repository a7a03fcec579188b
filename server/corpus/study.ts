import { stringify } from 'yaml';
import type { Finding } from '../core/finding.ts';
import type { Study } from '../core/study.ts';
import { Cursor } from './cursor.ts';
import { bilingual } from './description.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

/** Read `study.yaml`. Null if it has no introduction; a question that is wrong in itself is left out, and is a finding. */
export function readStudy(file: string, text: string): Read<Study | null> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['introduction', 'questions']))
    return { layer: null, findings, locate: opened.locate };
  const introduction = bilingual(root.at('introduction'));
  const { items: questions, locate } = root.list('questions', bilingual);
  const layer = introduction === undefined ? null : { introduction, questions };
  return { layer, findings, locate };
}

/** `study.yaml`: the introduction, then the questions in their order. */
export function writeStudy({ introduction, questions }: Study): string {
  return stringify(
    { introduction, questions: [...questions] },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}
