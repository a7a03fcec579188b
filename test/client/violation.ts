import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What keeps somebody out of the page as it stands, by axe's rules for WCAG 2.2 AA. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script element: the page's policy stays in force.
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
