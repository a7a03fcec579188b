import { join } from 'node:path';
import { stringify } from 'yaml';
import { Cursor } from './cursor.ts';
import { readText } from './file.ts';
import { openYaml } from './yaml.ts';

const FILE = 'former.yaml';

/**
 * What retired segments said, by id: so that whoever looks at a stale gloss sees what it was the gloss of. No page needs it, so what is
 * broken in it is only left out.
 */
export async function readFormer(folder: string): Promise<Map<string, string>> {
  const found = await readText(join(folder, FILE), FILE);
  if (found.kind !== 'read') return new Map();
  const root = Cursor.of(openYaml(FILE, found.text), []);
  if (root.isAbsent || !root.isMap(['language', 'texts'])) return new Map();
  return new Map(
    root
      .at('texts')
      .entries()
      .flatMap(([id, at]) => {
        const text = at.text();
        return text === undefined ? [] : [[id, text] as const];
      }),
  );
}

/** `former.yaml`: a line for each segment that is gone or was changed. */
export function writeFormer(language: string, texts: ReadonlyMap<string, string>): string {
  return stringify(
    { language, texts: Object.fromEntries(texts) },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}
