import react from '@vitejs/plugin-react'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The pages that a school hosts; their folders are their addresses. */
const product = {
  root: from('src'),
  outDir: from('dist'),
  base: './',
  pages: ['tab/index.html', 'taskpane/index.html', 'redirect.html', 'relay.html'],
}

/** The same Apps with the stand-ins around them: for `npm start` and the journeys, never hosted. */
const local = {
  root: from('src/emulator/pages'),
  outDir: from('dist-local'),
  base: '/',
  pages: readdirSync(from('src/emulator/pages')).filter((name) => name.endsWith('.html')),
}

/** Parts that change seldom and weigh much each get a file of their own, loaded where they are first needed. */
const parts = [
  { name: 'msal', test: /node_modules\/@azure\// },
  { name: 'graph', test: /node_modules\/@microsoft\/microsoft-graph-client\// },
  { name: 'teams', test: /node_modules\/@microsoft\/teams-js\// },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
]

export default defineConfig(({ mode }) => {
  const target = mode === 'standin' ? local : product
  return {
    plugins: [react()],
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
        input: target.pages.map((page) => `${target.root}/${page}`),
        output: { codeSplitting: { groups: parts } },
      },
    },
    test: {
      include: ['tests/**/*.test.{ts,tsx}'],
      exclude: ['tests/journeys/**', 'tests/contract/**', 'tests/validity/**'],
      setupFiles: ['tests/setup.ts'],
      testTimeout: 20_000,
    },
  }
})
