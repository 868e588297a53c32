import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** For one folder of tests that `npm test` leaves out: slow ones, or ones that need more than this project. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [`${process.env.GOLDTHREAD_TESTS ?? ''}/**/*.test.ts`],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 180_000,
  },
})
