import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Whole pages in a real browser: two at a time, which share nothing but the browser's program; never tried again. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/journeys/globalSetup.ts'],
    maxWorkers: 2,
    retry: 0,
    // A whole journey on a busy machine; each single wait in it has a bound of its own.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
