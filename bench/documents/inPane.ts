import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { ensureBrowser } from '../../scripts/findBrowser.mjs'
import { median } from '../median.ts'
import { serveFolder } from '../serveFolder.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Milliseconds of work in a page that was just opened, as the pane is: the first document, then the 3rd and the 300th. */
const measure = async (browser: Browser, address: string, size: 'usual' | 'crowded') => {
  const page = await browser.newPage()
  await page.goto(address)
  await page.waitForFunction(() => 'make' in globalThis)
  const session = await page.context().newCDPSession(page)
  // Processor time of the page's own thread: a busy machine makes it wait, not work.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const one = (of: number) =>
    page.evaluate(
      ([which, at]) => (globalThis as unknown as { make(s: string, n: number): number }).make(which, at),
      [size, of] as const,
    )
  const costs: number[] = []
  for (let at = 0; at < 301; at += 1) {
    const before = await worked()
    await one(at)
    costs.push((await worked()) - before)
  }
  await page.close()
  const around = (at: number) => median(costs.slice(at - 1, at + 2))
  return { first: costs[0]!, third: around(2), last: around(299) }
}

/** What a first, a 3rd and a 300th document cost in a fresh page of Chromium, in ms of its thread: medians over the rounds. */
export const inPane = async (rounds: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(root, 'page.html') } },
  })
  const served = await serveFolder(folder)
  const browser = await chromium.launch({ executablePath: ensureBrowser() })
  try {
    const figures = []
    for (const size of ['usual', 'crowded'] as const) {
      const all: Awaited<ReturnType<typeof measure>>[] = []
      for (let round = 0; round < rounds; round += 1)
        all.push(await measure(browser, `${served.origin}/page.html`, size))
      const of = (name: 'first' | 'third' | 'last') => median(all.map((one) => one[name]))
      figures.push({ size, first: of('first'), third: of('third'), last: of('last') })
    }
    return figures
  } finally {
    await browser.close()
    served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await inPane(3))
