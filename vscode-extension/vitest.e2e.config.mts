import { defineConfig } from 'vitest/config';

// One workbench and one page for all tests of a file, in the order they are written; a failed one doesn't stop those after it.
export default defineConfig({
  test: {
    include: ['test/e2e/*.test.ts'],
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 90_000,
    hookTimeout: 180_000,
    reporters: ['default', ['json', { outputFile: process.env['E2E_REPORT'] ?? 'test/e2e/out/report.json' }]],
  },
});
