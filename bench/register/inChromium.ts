import { chromium, type Frame, type Page } from 'playwright-core'
import { buildLocal } from '../../scripts/buildLocal.mjs'
import { ensureBrowser } from '../../scripts/findBrowser.mjs'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { serve } from '../../src/emulator/server/serve.ts'
import { connect } from '../../src/graph/connect.ts'

/** Milliseconds, requests and kB of the register's lists, MB of memory. */
export type Opened = {
  readonly firstRows: number
  readonly allRows: number
  readonly requests: number
  readonly kB: number
  readonly refreshed: { readonly requests: number; readonly kB: number }
  readonly longTasks: number
  readonly longest: number
  readonly memory: number
}

const slower = 4
const frames = 240
const step = 160

/** Before anything of the page runs: long tasks are noted, and the clock can be put forward. */
const watch = () => {
  const tasks: number[] = []
  const now = Date.now.bind(Date)
  Object.assign(globalThis, { tasks, ahead: 0 })
  Date.now = () => now() + (globalThis as unknown as { ahead: number }).ahead
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    { type: 'longtask' },
  )
}

/** Requests for rows of the lists, and what came back; asking whether one may write a row is none of them. */
const countingOf = (page: Page, lists: readonly string[]) => {
  const seen = { requests: 0, bytes: 0 }
  const isOfRegister = (url: string) =>
    lists.some((list) => new RegExp(`/lists/${list}/items(/delta)?\\?`).test(decodeURIComponent(url)))
  page.on('request', (request) => {
    if (isOfRegister(request.url())) seen.requests += 1
  })
  page.on('requestfinished', (request) => {
    if (isOfRegister(request.url()))
      void request.sizes().then(({ responseBodySize }) => (seen.bytes += responseBodySize))
  })
  const take = () => {
    const { requests, bytes } = seen
    Object.assign(seen, { requests: 0, bytes: 0 })
    return { requests, kB: bytes / 1000 }
  }
  return take
}

const scrolled = (frame: Frame): Promise<number[]> =>
  frame.evaluate(
    ([count, by]) =>
      new Promise<number[]>((done) => {
        const scroll = document.querySelector('[data-register]')!
        const { tasks } = globalThis as unknown as { tasks: number[] }
        tasks.length = 0
        let left = count!
        const next = () => {
          scroll.scrollTop += by!
          left -= 1
          // The observer tells of a task some time after it.
          if (left > 0) requestAnimationFrame(next)
          else setTimeout(() => done([...tasks]), 500)
        }
        requestAnimationFrame(next)
      }),
    [frames, step],
  )

const changeThree = async (emulator: GraphEmulator) => {
  const { records } = connect({
    school: localConfig.schools[0]!,
    send: emulator.handle,
    token: () => Promise.resolve('local:it'),
  })
  const { records: all } = await records.store(Pupil).all()
  for (const pupil of all.slice(0, 3)) await records.store(Pupil).update(pupil, { keyAdult: 'Somebody else' })
}

/** The register in a page of its own, served by this Graph: opened, scrolled, left and come back to. */
export const openRegister = async (emulator: GraphEmulator, lists: readonly string[]): Promise<Opened> => {
  if (!(await buildLocal())) throw new Error('The pages could not be built.')
  const served = await serve(emulator, 0)
  const browser = await chromium.launch({ executablePath: ensureBrowser() })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    })
    page.setDefaultTimeout(300_000)
    // tsx names inner functions by a helper that the page doesn't have.
    await page.addInitScript('globalThis.__name = (given) => given')
    await page.addInitScript(watch)
    const take = countingOf(page, lists)
    const session = await page.context().newCDPSession(page)
    await page.goto(`${served.origin}/teams/?as=senco&theme=default`)
    await page.frameLocator('iframe[name="app"]').locator('h1').first().waitFor()
    const frame = page.frame('app')!
    // Off to a screen without these lists, and anew: what is measured is the register's own first reading.
    await frame.evaluate(() => {
      window.location.hash = '/oakfield/school/levels'
      window.location.reload()
    })
    await frame.locator('h1').first().waitFor()
    await page.waitForTimeout(2_000)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    take()
    const began = performance.now()
    await frame.evaluate(() => void (window.location.hash = '/oakfield/register?show=everyone'))
    await frame.locator('[data-register] [data-row] a').first().waitFor()
    const firstRows = performance.now() - began
    await frame.getByText(/of [\d,]+ pupils/).waitFor()
    const allRows = performance.now() - began
    await page.waitForTimeout(1_000)
    const { requests, kB } = take()
    const tasks = (await scrolled(frame)).filter((one) => one > 50)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    emulator.admin.set({ latency: 0 })
    await changeThree(emulator)
    emulator.admin.set({ latency: 120 })
    take()
    await frame.evaluate(() => {
      ;(globalThis as unknown as { ahead: number }).ahead = 61_000
      window.dispatchEvent(new Event('visibilitychange'))
    })
    await page.waitForTimeout(3_000)
    return {
      firstRows,
      allRows,
      requests,
      kB,
      refreshed: take(),
      longTasks: tasks.length,
      longest: Math.max(0, ...tasks),
      memory: usedSize / 2 ** 20,
    }
  } finally {
    await browser.close()
    await served.close()
  }
}
