import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type FrameLocator, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { serve, type Served } from '../../src/emulator/server/serve.ts'
import { connectBrowser } from './connectBrowser.ts'
import { schoolFor, type SchoolKind } from './school.ts'
import { found, leftBehind, tellingOf, traceable } from './traces.ts'
import { watch } from './watch.ts'

export type LocalOptions = {
  readonly page: 'teams' | 'word' | 'excel'
  /** Who is signed in: a persona's id; the SENCO unless said. */
  readonly persona?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly theme?: 'default' | 'dark' | 'contrast'
  readonly school?: SchoolKind
  /** Answers why a record with an EHC plan is opened, as soon as the page asks; null leaves that to the test. */
  readonly purpose?: string | null
  /** More of the page's query, such as `{ sub: 'pupils' }`. */
  readonly query?: Readonly<Record<string, string>>
}

export type Local = {
  readonly page: Page
  /** The tab, or the task pane. */
  readonly frame: FrameLocator
  readonly server: Served & { readonly emulator: GraphEmulator; readonly data: string }
  /** Lets pass what a test brings about on purpose, such as a 500 that it asked for. */
  ignore(pattern: RegExp): void
  /** Leaves a picture in `.shots/`, which is kept out of the repository. */
  shot(name: string): Promise<void>
  /** Fails on whatever must not happen on any page (see `watch`); called at the end of each test by itself. */
  close(): Promise<void>
}

const frames = { teams: 'iframe[name="app"]', word: 'iframe', excel: 'iframe' }

/** Starts the local Microsoft 365 at a free port with a school of its own and opens one of its pages. */
export const openLocal = async (options: LocalOptions): Promise<Local> => {
  const { page: name, persona = 'senco', theme = 'default', school = 'made-up', query = {} } = options
  const { emulator, data } = await schoolFor(school)
  const served = await serve(emulator, 0)
  const browser = await connectBrowser()
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
  const { seen, ignore } = watching(watch(context))
  const traces = traceable(context)
  const page = await context.newPage()

  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    // The pupils as they are now: a test may have brought in some of its own.
    const telling = tellingOf(emulator)
    const left = found(telling, [...traces, ...(await leftBehind(context))])
    await browser.close()
    await served.close()
    await emulator.close()
    expect(seen(), 'seen on the pages').toEqual([])
    expect(left, 'left behind outside the pages’ own text').toEqual([])
  }
  onTestFinished(close)

  const shot = async (picture: string): Promise<void> => {
    await mkdir('.shots', { recursive: true })
    await page.screenshot({ path: join('.shots', `${picture}.png`) })
  }
  await page.goto(`${served.origin}/${name}/?${new URLSearchParams({ as: persona, theme, ...query })}`)
  const frame = page.frameLocator(frames[name])
  const { purpose = 'An annual review' } = options
  if (purpose !== null) {
    const ask = frame.getByRole('region', { name: /^Why are you/ })
    await page.addLocatorHandler(ask, () => ask.getByRole('button', { name: purpose }).click())
  }
  return { page, frame, server: { ...served, emulator, data }, ignore, shot, close }
}

/**
 * Goes to a place of the tab, such as `pupil/01ARZ…/needs`, in the school `oakfield` unless said. Waits until the tab
 * itself stands in its frame: the frame is empty, then navigates, before that.
 */
export const goTo = async (
  { frame }: Pick<Local, 'frame'>,
  place: string,
  school = 'oakfield',
): Promise<void> => {
  await frame.locator('#root > *').first().waitFor({ state: 'attached' })
  await frame.locator('body').evaluate((_, hash) => (window.location.hash = hash), `/${school}/${place}`)
}

/** Says for whom the document is that a button was pressed for. */
export const forWhom = ({ frame }: Pick<Local, 'frame'>, recipient = 'Stays in school'): Promise<void> =>
  frame.getByRole('region', { name: 'Who is this for?' }).getByRole('button', { name: recipient }).click()

const watching = (watched: ReturnType<typeof watch>) => ({ seen: () => watched.seen, ignore: watched.ignore })
