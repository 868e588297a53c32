import { join } from 'node:path'
import { type Route } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { headersFor } from '../../scripts/hosting/policy.ts'
import { fileAnswer } from '../../src/emulator/server/staticFiles.ts'
import { buildProduct } from '../build/buildProduct.ts'
import { connectBrowser } from './connectBrowser.ts'
import { schoolFor } from './school.ts'

const site = 'https://goldthread.example'

const fulfil = async (route: Route, answer: Response): Promise<void> =>
  route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })

const officeFolder = join(process.cwd(), 'node_modules/@microsoft/office-js/dist')
const pathOf = (route: Route): string => new URL(route.request().url()).pathname.slice(1)

const asRequest = (route: Route): Request => {
  const request = route.request()
  return new Request(request.url(), {
    method: request.method(),
    headers: request.headers(),
    body: request.postDataBuffer() as BodyInit | null,
  })
}

const out = () => join(inject('scratch'), 'production')
beforeAll(() => buildProduct(out()), 300_000)

/** A browser in which Microsoft's and the school's names lead to this machine; the pages themselves know nothing of it. */
const openWorld = async () => {
  const { emulator } = await schoolFor('made-up')
  const browser = await connectBrowser()
  onTestFinished(async () => {
    await browser.close()
    await emulator.close()
  })
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  const strangers: string[] = []
  const problems: string[] = []
  await context.route('**', (route) => {
    strangers.push(route.request().url())
    return route.abort()
  })
  await context.route(`${site}/**`, async (route) => {
    const path = pathOf(route)
    if (path === 'config.json') return fulfil(route, Response.json(localConfig))
    return fulfil(route, await fileAnswer(out(), path, headersFor(`/${path}`)))
  })
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const file = pathOf(route).replace('lib/1/hosted/', '')
    await fulfil(route, await fileAnswer(officeFolder, file, {}))
  })
  await context.route('https://teams.microsoft.com/**', async (route) => {
    const path = pathOf(route)
    if (path === 'token') return fulfil(route, Response.json({ token: 'local:senco' }))
    return fulfil(route, await fileAnswer(join(process.cwd(), 'dist-local'), path || 'teams.html', {}))
  })
  await context.route('https://graph.microsoft.com/**', async (route) => {
    const answer = await emulator.handle(asRequest(route))
    if (answer.status === 501) problems.push(`501: ${route.request().url()}`)
    await fulfil(route, answer)
  })
  const page = await context.newPage()
  page.on('pageerror', (fault) => problems.push(fault.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) problems.push(message.text())
  })
  return { page, strangers, problems }
}

test('the build that a school hosts, unchanged and under its own headers, starts in Teams at Microsoft’s own names and reads what is due', async () => {
  const { page, strangers, problems } = await openWorld()
  await page.goto(`https://teams.microsoft.com/?page=${encodeURIComponent(`${site}/tab/index.html`)}`)
  const tab = page.frameLocator('iframe[name="app"]')
  await expect.poll(() => tab.locator('body').textContent()).toMatch(/Overdue \d/)
  await page.getByText('The tab is ready').waitFor()
  expect(problems).toEqual([])
  // teams-js looks for its list of origins; nobody else is asked for anything.
  expect(new Set(strangers.map((address) => new URL(address).host))).toEqual(new Set(['res.cdn.office.net']))
})

test('the pane that a school hosts loads office.js under its own headers, and says where it belongs', async () => {
  const { page, strangers, problems } = await openWorld()
  await page.goto(`${site}/taskpane/index.html`)
  await page
    .getByText(/Word or Excel/)
    .first()
    .waitFor()
  expect(problems).toEqual([])
  expect(strangers).toEqual([])
})

test('the headers hold off a script, a frame and a request that are not ours', async () => {
  const { page, strangers } = await openWorld()
  await page.goto(`${site}/tab/index.html`)
  const refused = await page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'document.title = "ran"'
    document.body.append(script)
    const frame = document.createElement('iframe')
    frame.src = 'https://elsewhere.example/'
    document.body.append(frame)
    const image = new Image()
    image.src = 'https://elsewhere.example/x.png'
    await fetch('https://elsewhere.example/').catch(() => null)
    document.body.insertAdjacentHTML('beforeend', '<p onclick="document.title = 1">x</p>')
    // A busy machine tells of them late; the wait after the last is for one too many.
    for (let at = 0; at < 50 && new Set(seen).size < 5; at += 1)
      await new Promise((done) => setTimeout(done, 100))
    await new Promise((done) => setTimeout(done, 100))
    return { seen: [...new Set(seen)].toSorted(), title: document.title }
  })
  expect(refused).toEqual({
    seen: ['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem'],
    title: 'SEND',
  })
  expect(strangers.filter((address) => address.includes('elsewhere'))).toEqual([])
})

test('another site can’t frame the tab', async () => {
  const { page } = await openWorld()
  await page.context().route('https://elsewhere.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe name="app" src="${site}/tab/index.html"></iframe>`,
    }),
  )
  await page.goto('https://elsewhere.example/')
  await expect.poll(() => page.frame('app')?.url()).toMatch(/^chrome-error:/)
})
