import react from '@vitejs/plugin-react'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { joinParts } from './scripts/budgets/join.ts'
import { pageBudgets } from './scripts/budgets/plugin.ts'
import { hostingFiles } from './scripts/hosting/files.ts'

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The pages that a school hosts; their folders are their addresses. */
const product = {
  root: from('src'),
  outDir: from('dist'),
  base: './',
  pages: [
    'tab/index.html',
    'taskpane/index.html',
    'redirect.html',
    'relay.html',
    ...['support', 'privacy', 'terms', 'unavailable'].map((name) => `about/${name}.html`),
  ],
}

/** The same Apps with the stand-ins around them: for `npm start` and the journeys, never hosted. */
const local = {
  root: from('src/emulator/pages'),
  outDir: from('dist-local'),
  base: '/',
  pages: readdirSync(from('src/emulator/pages')).filter((name) => name.endsWith('.html')),
}

/** Vite's helper for loading later is needed at once; where nothing else is joined it lands in a part that is to come later. */
const parts = [{ name: 'loading', test: /vite\/preload-helper/ }]

export default defineConfig(({ mode }) => {
  const target = mode === 'standin' ? local : product
  return {
    plugins: [react(), ...(mode === 'standin' ? [] : [joinParts(), hostingFiles(), pageBudgets()])],
    root: mode === 'test' ? from('.') : target.root,
    base: target.base,
    build: {
      outDir: target.outDir,
      emptyOutDir: true,
      target: 'es2023',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // Graph's client doesn't say that a module of its which nobody uses does nothing.
        treeshake: { moduleSideEffects: [{ test: /microsoft-graph-client/, sideEffects: false }] },
        input: target.pages.map((page) => `${target.root}/${page}`),
        output: { codeSplitting: { groups: parts } },
      },
    },
    test: {
      include: ['tests/**/*.test.{ts,tsx}'],
      exclude: ['tests/journeys/**', 'tests/contract/**', 'tests/validity/**'],
      setupFiles: ['tests/setup.ts'],
      // Left to itself Vitest keeps one core free: of two that is half.
      maxWorkers: '100%',
      // Long enough for a machine that does much else: no test is there to measure time.
      testTimeout: 60_000,
    },
  }
})
