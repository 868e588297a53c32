/**
 * How smoothly the register scrolls: `npx tsx bench/registerScroll.ts [rows] [rounds]`, or `npm run bench -- registerScroll`. Draws the register's own grid
 * with so many made-up pupils (10,000), and beside it a plain table of the same rows, in the Chromium of this machine;
 * scrolls each by five rows a frame and types into the search. Tells medians over the rounds, which stand for nothing
 * but this machine, and the ratio of the two, which carries further.
 */
import react from '@vitejs/plugin-react'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { ensureBrowser } from '../scripts/findBrowser.mjs'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { median } from './median.ts'
import { type Row, table } from './row.ts'
import { serveFolder } from './serveFolder.ts'

const frames = 240
const step = 160

const percentile = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * of)] ?? Number.NaN

type Measured = Record<
  'shown' | 'frameMedian' | 'frameP95' | 'slowFrames' | 'workPerFrame' | 'search' | 'elements',
  number
>

/** One round in a page of its own. Milliseconds, but for `slowFrames` (of more than two at 60 a second) and `elements`. */
const measure = async (browser: Browser, address: string): Promise<Measured> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // tsx names inner functions by a helper that the page doesn't have.
  await page.addInitScript('globalThis.__name = (given) => given')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const work = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const began = Date.now()
  await page.goto(address)
  await page.locator('[data-register] :is([data-row], tbody td)').first().waitFor()
  const shown = Date.now() - began
  await page.waitForTimeout(500)
  const before = await work()
  const gaps = await page.evaluate(
    ([count, by]) =>
      new Promise<number[]>((done) => {
        const scroll = document.querySelector('[data-register]')!
        const found: number[] = []
        let last = performance.now()
        const frame = (now: number) => {
          found.push(now - last)
          last = now
          scroll.scrollTop += by!
          if (found.length < count!) requestAnimationFrame(frame)
          else done(found.slice(1))
        }
        requestAnimationFrame(frame)
      }),
    [frames, step],
  )
  const spent = (await work()) - before
  const elements = await page.locator('[data-register] *').count()
  const search = await page.evaluate(async () => {
    const input = document.querySelector('input')!
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    const times: number[] = []
    for (const text of ['s', 'su', 'surname1', 'surname12']) {
      const start = performance.now()
      set.call(input, text)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
      times.push(performance.now() - start)
    }
    return times.toSorted((a, b) => a - b)[2]!
  })
  await page.close()
  return {
    shown,
    frameMedian: median(gaps),
    frameP95: percentile(gaps, 0.95),
    slowFrames: gaps.filter((gap) => gap > 34).length,
    workPerFrame: spent / gaps.length,
    search,
    elements,
  }
}

const words: Record<keyof Measured, readonly [what: string, unit: string]> = {
  shown: ['until the first rows are drawn', 'ms'],
  frameMedian: ['from frame to frame, median', 'ms'],
  frameP95: ['from frame to frame, 95 in 100 below', 'ms'],
  slowFrames: [`frames of more than 34 ms, of ${frames - 1}`, 'frames'],
  workPerFrame: ['work of the page per frame', 'ms'],
  search: ['one letter more in the search', 'ms'],
  elements: ['elements in the page', 'elements'],
}

/** The bench's page as plain files in a folder of their own. */
const built = async (): Promise<string> => {
  const out = await mkdtemp(join(tmpdir(), 'register-scroll-'))
  const root = fileURLToPath(new URL('registerScroll', import.meta.url))
  process.env['NODE_ENV'] = 'production'
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: join(root, 'page.html') },
    },
  })
  return out
}

const scrolled = async (rows: number, rounds: number): Promise<Row[]> => {
  const out = await built()
  const { origin, close } = await serveFolder(out)
  const browser = await chromium.launch({ executablePath: ensureBrowser() })
  const found: Record<'grid' | 'plain', Measured[]> = { grid: [], plain: [] }
  try {
    // By turns, so that a busy minute of the machine falls on both.
    for (let round = 0; round < rounds; round += 1)
      for (const [name, plain] of [
        ['grid', 'no'],
        ['plain', 'yes'],
      ] as const)
        found[name].push(await measure(browser, `${origin}/page.html?rows=${rows}&plain=${plain}`))
  } finally {
    await browser.close()
    close()
    await rm(out, { recursive: true, force: true })
  }
  return (Object.keys(words) as (keyof Measured)[]).map((key) => {
    const [figure, peer] = (['grid', 'plain'] as const).map((name) =>
      median(found[name].map((each) => each[key])),
    ) as [number, number]
    const [what, unit] = words[key]
    return {
      what: `Grid of ${rows.toLocaleString('en-GB')} rows beside a plain table: ${what}`,
      figure,
      unit,
      peer,
      ratio: peer > 0 ? figure / peer : null,
      limit: null,
      ok: true,
    }
  })
}

export const run = ({ quick }: Options): Promise<Row[]> => scrolled(quick ? 2_000 : 10_000, quick ? 1 : 5)

if (isMain(import.meta.url))
  console.log(table(await scrolled(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 5))))
