/**
 * How soon the tab and the pane are there: `npx tsx bench/pages.ts [rounds]`. Chromium with a processor four times
 * slower and Lighthouse's slow 4G, nothing in any cache, pages served with brotli over HTTP/2 under the headers of
 * `scripts/hosting`, against a page of React alone with one heading, built and served the same way in the same run, in
 * the same frame. First paint is the frame in which our own heading and navigation stand; usable is rows of the
 * register, and in the pane the reviews to choose from. Graph is the local one and waits 120 ms before each answer, on
 * top of the network's own latency. office.js, which Microsoft serves, is left out: a script of a few lines stands in
 * its place. teams-js and MSAL are counted. The rounds go by turns, so that a busy minute of the machine falls on all
 * pages; on a busy machine the ratios are still too high, since ours have more to work and the network doesn't slow.
 */
import react from '@vitejs/plugin-react'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { createGraphEmulator } from '../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../src/emulator/graph/local.ts'
import { seedSchools } from '../src/emulator/seed/index.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { median } from './median.ts'
import { type Measured, openMeter, type PageName } from './pages/measure.ts'
import { serve } from './pages/serve.ts'
import { type Row, table } from './row.ts'

const latency = 120
const school = 'oakfield'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A page of the bench, built as the product's pages are. */
const buildPage = (page: string, outDir: string, output = {}) =>
  build({
    root: here('pages'),
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(here('pages'), page), output },
    },
  })

const limits = { paint: 1.7, usable: 3 } as const

const rowsOf = (found: Readonly<Record<PageName, readonly Measured[]>>): Row[] => {
  const of = (page: PageName, key: 'paint' | 'usable' | 'kilobytes') =>
    median(found[page].map((one) => one[key]))
  const bare = of('bare', 'paint')
  const row = (what: string, page: PageName, key: 'paint' | 'usable'): Row => {
    const figure = of(page, key)
    const ratio = figure / bare
    return {
      what,
      figure,
      unit: 'ms',
      peer: bare,
      ratio,
      limit: `at most ${limits[key]} times`,
      ok: ratio <= limits[key],
    }
  }
  const size = (what: string, page: PageName): Row => {
    const figure = of(page, 'kilobytes')
    const peer = of('bare', 'kilobytes')
    return {
      what,
      figure,
      unit: 'kB',
      peer,
      ratio: figure / peer,
      limit: 'at most 280 kB',
      ok: figure <= 280,
    }
  }
  return [
    row('Tab: our heading and navigation drawn', 'tab', 'paint'),
    row('Tab: rows of the register shown', 'tab', 'usable'),
    size('Tab: JavaScript fetched before the rows', 'tab'),
    row('Pane: our heading and navigation drawn', 'pane', 'paint'),
    row('Pane: reviews to choose from shown', 'pane', 'usable'),
    size('Pane: JavaScript fetched before the reviews', 'pane'),
  ]
}

const measured = async (rounds: number): Promise<Row[]> => {
  const scratch = await mkdtemp(join(tmpdir(), 'goldthread-pages-'))
  process.env['NODE_ENV'] = 'production'
  const folder = (name: string) => join(scratch, name)
  const folders = { app: folder('app'), bare: folder('bare'), host: folder('host'), office: folder('office') }
  await build({ configFile: here('../vite.config.ts'), logLevel: 'error', build: { outDir: folders.app } })
  await buildPage('bare.html', folders.bare)
  await buildPage('host.html', folders.host)
  await buildPage('office.ts', folders.office, { format: 'iife', entryFileNames: 'office.js' })
  const emulator = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
  await seedSchools(emulator.handle, { today, schools: [school] })
  const served = await serve({ ...folders, emulator, latency })
  const meter = await openMeter(served, school)
  try {
    const found: Record<PageName, Measured[]> = { bare: [], tab: [], pane: [] }
    for (let round = 0; round < rounds; round += 1)
      for (const page of Object.keys(found) as PageName[]) found[page].push(await meter.measure(page))
    return rowsOf(found)
  } finally {
    await meter.close()
    served.close()
    await emulator.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Builds, serves and measures: medians of 7 rounds, of one when `quick`. */
export const run = ({ quick }: Options): Promise<readonly Row[]> => measured(quick ? 1 : 7)

if (isMain(import.meta.url)) {
  const rounds = Number(process.argv[2] ?? 7)
  const rows = await measured(rounds)
  console.log(`Medians of ${rounds} rounds; the peer is a bare React page.`)
  console.log(table(rows))
}
