import { defineConfig } from 'vitest/config'

// Run by .ci/run, apart from the other tests: what it reads lies outside the project.
export default defineConfig({
  test: { include: ['tests/contract/*.contract.ts'], testTimeout: 20_000 },
})
