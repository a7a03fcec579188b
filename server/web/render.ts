import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateFunction } from 'ejs';
import ejs from 'ejs';
import type { TFunction } from 'i18next';
import type { Pages } from './pages.ts';
import type { Site } from './site.ts';

const FOLDER = join(import.meta.dirname, '../../views/pages');
const templates = new Map<keyof Pages, TemplateFunction>();

/** The HTML of a page. Its template sees nothing but what is given here, and is compiled once. */
export function render<Name extends keyof Pages>(
  name: Name,
  page: Pages[Name],
  site: Site,
  t: TFunction,
): string {
  return templateOf(name)({ page, site, t });
}

function templateOf(name: keyof Pages): TemplateFunction {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const filename = join(FOLDER, `${name}.ejs`);
  const template = ejs.compile(readFileSync(filename, 'utf8'), { filename, cache: true });
  templates.set(name, template);
  return template;
}
