import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { openSchool } from '../../src/emulator/server/school.ts'
import { serve } from '../../src/emulator/server/serve.ts'
import { connect } from '../../src/graph/connect.ts'
import { heaviest, type Picture, pictures, type School } from './list.ts'

const folder = join(import.meta.dirname, '../../docs/images')
const frames = { teams: 'iframe[name="app"]', word: 'iframe', excel: 'iframe' }

const take = async (browser: Browser, origin: string, picture: Picture, school: School): Promise<void> => {
  const { page: host, as = 'senco', size = { width: 1360, height: 820 }, place, act } = picture
  const context = await browser.newContext({
    viewport: size,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  try {
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await page.goto(`${origin}/${host}/?as=${as}`)
    const frame = page.frameLocator(frames[host])
    const why = frame.getByRole('region', { name: /^Why are you/ })
    await page.addLocatorHandler(why, () => why.getByRole('button', { name: 'An annual review' }).click())
    await frame.locator('#root > *').first().waitFor({ state: 'attached' })
    if (place !== undefined) {
      const hash = `/oakfield/${typeof place === 'string' ? place : await place(school)}`
      await frame.locator('body').evaluate((_, to) => (window.location.hash = to), hash)
    }
    await act({ page, frame, school })
    // A busy machine may answer the sign-in too late for the page.
    if (await frame.getByText('You are signed out').isVisible())
      throw new Error(`${picture.name}: signed out`)
    // Nothing is pointed at, and what slides in has come to rest.
    await page.mouse.move(0, 0)
    await page.waitForTimeout(600)
    // Of Teams only the tab: what is around it here is a stand-in.
    const seen = host === 'teams' ? page.locator(frames.teams) : page
    await seen.screenshot({ path: join(folder, `${picture.name}.png`) })
  } finally {
    await context.close()
  }
}

/** Takes all pictures, or those named, into docs/images. Resolves with the exit code; says of each what it weighs. */
export const takePictures = async (browserAt: string, names: readonly string[]): Promise<number> => {
  const unknown = names.filter((name) => !pictures.some((one) => one.name === name))
  if (unknown.length > 0) {
    console.error(
      `No picture is called ${unknown.join(', ')}. There are ${pictures.map((p) => p.name).join(', ')}.`,
    )
    return 2
  }
  const data = await mkdtemp(join(tmpdir(), 'goldthread-pictures-'))
  const emulator = await openSchool(data, () => undefined)
  const served = await serve(emulator, 0)
  const browser = await chromium.launch({ executablePath: browserAt, args: ['--no-sandbox'] })
  const { records } = connect({
    school: localConfig.schools[0]!,
    token: async () => 'local:senco',
    send: emulator.handle,
  })
  let code = 0
  try {
    for (const picture of pictures.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const again = () => take(browser, served.origin, picture, records)
      await again().catch(again)
      const { size } = await stat(join(folder, `${picture.name}.png`))
      console.log(`${picture.name}.png ${Math.round(size / 1000)} kB`)
      if (size > heaviest) {
        console.error(`${picture.name}.png is heavier than ${heaviest / 1000} kB: make it smaller.`)
        code = 1
      }
    }
  } finally {
    await browser.close()
    await served.close()
    await emulator.close()
    await rm(data, { recursive: true, force: true })
  }
  return code
}
