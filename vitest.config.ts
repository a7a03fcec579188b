import { defineConfig } from 'vitest/config';
import { Reporter } from './test/reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    reporters: [new Reporter()],
    // By default one core is left for the editor; on two cores that would be half of the machine.
    maxWorkers: '100%',
    // A test that starts a server or a browser needs seconds on a small machine.
    testTimeout: 15_000,
    hookTimeout: 60_000,
    // No result may depend on the language or the time zone of the machine.
    env: { TZ: 'UTC', NODE_ENV: 'test', LANG: 'C.UTF-8' },
  },
});
