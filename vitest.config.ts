import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * `unit`: knowledge, utils and background, with fake-indexeddb and WXT's fake browser.
 * `dom`: everything that needs a document: reading, inserting, components.
 * `architecture`: the repository checks itself.
 * `types`: what the compiler must accept and refuse.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/{unit,properties,databases,retrieval}/**/*.test.ts'],
          exclude: ['tests/unit/dom/**'],
          environment: 'node',
          setupFiles: ['tests/support/setup-unit.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'dom',
          include: ['tests/{unit/dom,components,consoles}/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['tests/support/setup-unit.ts', 'tests/support/setup-dom.ts'],
        },
      },
      {
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], environment: 'node' },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            // TypeScript 7; mistakes outside these tests are `npm run check:types`' affair.
            checker: 'tsc',
            tsconfig: 'tests/types/tsconfig.json',
            ignoreSourceErrors: true,
            include: ['tests/types/**/*.test-d.ts'],
          },
        },
      },
    ],
  },
});
