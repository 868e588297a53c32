import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { ensureBrowser } from '../../scripts/findBrowser.mjs'
import { names, type Served } from './serve.ts'

export type PageName = 'bare' | 'tab' | 'pane'

/** Milliseconds from the beginning of the navigation, and JavaScript fetched of our own host until it was usable. */
export type Measured = { readonly paint: number; readonly usable: number; readonly kilobytes: number }

/** Lighthouse's slow 4G as its own DevTools throttling has it (`mobileSlow4G`). */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
}

type Marks = { paint?: number; usable?: number }
type Wanted = { readonly paint: readonly string[]; readonly usable: string }

const wanted: Readonly<Record<PageName, Wanted>> = {
  bare: { paint: ['h1'], usable: 'h1' },
  tab: { paint: ['h1', 'nav a'], usable: '[data-register] [data-row]' },
  pane: { paint: ['h1', 'header'], usable: 'main li button' },
}

/** Runs in every frame before its own scripts: notes the frame that was drawn after what is wanted came to stand in the page. */
const watch = (all: Readonly<Record<string, Wanted>>): void => {
  const name = new URLSearchParams(location.search).get('bench')
  const mine = name && all[name]
  if (!mine) return
  const marks: Marks = {}
  ;(window as unknown as { marks: Marks }).marks = marks
  const words = (selector: string) => (document.querySelector(selector)?.textContent ?? '').trim() !== ''
  // The task after a frame's own callbacks comes when that frame has been drawn.
  const drawn = (mark: keyof Marks) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (marks[mark] ??= performance.now())
      port2.postMessage(null)
    })
  const seen = new Set<keyof Marks>()
  const look = () => {
    const now = { paint: mine.paint.every(words), usable: words(mine.usable) }
    for (const mark of ['paint', 'usable'] as const)
      if (now[mark] && !seen.has(mark)) {
        seen.add(mark)
        drawn(mark)
      }
    if (seen.size === 2) observer.disconnect()
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true, characterData: true })
}

export type Meter = { measure(page: PageName): Promise<Measured>; close(): Promise<void> }

const addressOf = (page: PageName, school: string): string =>
  ({
    bare: `https://${names.bare}/bare.html?bench=bare`,
    tab: `https://${names.app}/tab/index.html?bench=tab#/${school}/register`,
    pane: `https://${names.app}/taskpane/index.html?bench=pane`,
  })[page]

const measureIn = async (
  context: BrowserContext,
  served: Served,
  page: PageName,
  school: string,
): Promise<Measured> => {
  // tsx names inner functions by a helper that the page doesn't have.
  await context.addInitScript('globalThis.__name = (given) => given')
  await context.addInitScript(watch, wanted)
  const around = await context.newPage()
  await around.goto(`https://${page === 'pane' ? names.word : names.teams}/host.html`)
  await around.waitForFunction('window.openPage')
  const session = await context.newCDPSession(around)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: false })
  await session.send('Network.emulateNetworkConditions', slow4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  served.asked.length = 0
  await around.evaluate(
    (address) => {
      ;(window as unknown as { openPage(address: string): void }).openPage(address)
    },
    addressOf(page, school),
  )
  const frame = await (await around.waitForSelector('iframe')).contentFrame()
  await frame!.waitForURL(/bench=/, { timeout: 60_000, waitUntil: 'commit' })
  const marks = (await (
    await frame!.waitForFunction(
      () => {
        const found = (window as unknown as { marks?: Marks }).marks
        return found?.paint !== undefined && found.usable !== undefined ? found : null
      },
      undefined,
      { timeout: 60_000, polling: 100 },
    )
  ).jsonValue()) as Required<Marks>
  const own = page === 'bare' ? names.bare : names.app
  const scripts = served.asked.filter(({ url }) => url.startsWith(`https://${own}/`) && url.endsWith('.js'))
  return {
    ...marks,
    kilobytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
  }
}

/** A browser in which Microsoft's names and the school's lead to `served`; each measuring has a cache of its own. */
export const openMeter = async (served: Served, school: string): Promise<Meter> => {
  const browser: Browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      `--host-resolver-rules=MAP * 127.0.0.1:${served.port}`,
      '--ignore-certificate-errors',
      // One process for the page and its frame, so that both are slowed down together.
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process',
    ],
  })
  return {
    async measure(page) {
      const context = await browser.newContext({
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        viewport: page === 'pane' ? { width: 350, height: 700 } : { width: 1366, height: 768 },
        ignoreHTTPSErrors: true,
      })
      try {
        return await measureIn(context, served, page, school)
      } finally {
        await context.close()
      }
    },
    close: () => browser.close(),
  }
}
