import type { SerializedError } from 'vitest';
import type { TestModule, TestRunEndReason } from 'vitest/node';
import { DefaultReporter } from 'vitest/node';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** How many tests were skipped for each reason. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * What a run came to, in tests. A file or suite that broke outside of its tests counts as one failure, and so does each error
 * that nobody caught: nothing that went wrong leaves `failed` at 0.
 */
function outcomeOf(modules: readonly TestModule[], uncaught: readonly SerializedError[]): Outcome {
  let passed = 0;
  let failed = uncaught.length;
  const skipped = new Map<string, number>();
  for (const module of modules) {
    const suites = [module, ...module.children.allSuites()];
    failed += suites.filter((suite) => suite.errors().length > 0).length;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      else if (result.state === 'failed') failed += 1;
      else {
        const reason = (result.state === 'skipped' && result.note) || 'not run';
        skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      }
    }
  }
  return { passed, failed, skipped };
}

/** The lines that end a run: why tests were skipped, then `N passed, N failed`, and `, N skipped` if any were. */
function closingLines({ passed, failed, skipped }: Outcome): string[] {
  const total = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...skipped].map(([reason, count]) => `${count} skipped: ${reason}`);
  return [...reasons, `${passed} passed, ${failed} failed${total > 0 ? `, ${total} skipped` : ''}`];
}

/** Vitest's own report, closed by our line. */
export class Reporter extends DefaultReporter {
  override onTestRunEnd(
    modules: readonly TestModule[],
    uncaught: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(modules, uncaught, reason);
    const outcome = outcomeOf(modules, uncaught);
    this.ctx.logger.log(closingLines(outcome).join('\n'));
  }
}
