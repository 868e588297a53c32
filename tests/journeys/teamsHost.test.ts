import { expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { openLocal, type Local } from './harness.ts'

/** The probe page shows what the real teams-js and MSAL were told by the stand-in. */
const openProbe = async (
  options: { persona?: string; theme?: 'dark'; query?: Record<string, string> } = {},
) => {
  const { query, ...rest } = options
  const local = await openLocal({
    page: 'teams',
    school: 'empty',
    ...rest,
    query: { page: '/probe/', ...query },
  })
  await local.page.getByText('The tab is ready').waitFor()
  return local
}

const said = ({ frame }: Local, id: string): Locator => frame.locator(`#${id}`)

const press = async (local: Local, name: string): Promise<string> => {
  await local.frame.getByRole('button', { name, exact: true }).click()
  const line = said(local, name)
  await local.page.waitForFunction((id) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[name="app"]')
    return !['…', undefined].includes(frame?.contentDocument?.getElementById(id)?.textContent)
  }, name)
  return (await line.textContent()) ?? ''
}

test('teams-js starts in the stand-in and is told who, where and how', async () => {
  const local = await openProbe({ theme: 'dark', query: { sub: 'pupils/01J' } })
  expect(await said(local, 'theme').textContent()).toBe('dark')
  expect(await said(local, 'frame').textContent()).toBe('content')
  expect(await said(local, 'place').textContent()).toBe('pupils/01J')
  expect(await said(local, 'person').textContent()).toBe('helen.marsh@oakfieldtrust.example')
  await local.page.getByText('Stand-in for Microsoft Teams on this machine — not Teams').waitFor()
})

test('a change of theme reaches the tab without loading it again', async () => {
  const local = await openProbe()
  await local.frame.locator('body').evaluate((body) => body.setAttribute('data-kept', 'yes'))
  await local.page.getByLabel('Theme').selectOption({ label: 'High contrast' })
  await local.frame.locator('#theme', { hasText: 'contrast' }).waitFor()
  expect(await local.frame.locator('body').getAttribute('data-kept')).toBe('yes')
})

test('MSAL gets a token over the bridge that teams-js made, and Graph knows the person by it', async () => {
  const local = await openProbe()
  expect(await press(local, 'silent')).toBe('local:senco')
  expect(await press(local, 'me')).toBe('helen.marsh@oakfieldtrust.example')
})

test('another person is another start of the tab', async () => {
  const local = await openProbe()
  await local.page.getByLabel('Signed in as').selectOption('teacher')
  await said(local, 'person').filter({ hasText: 'priya.nair' }).waitFor()
  expect(await press(local, 'silent')).toBe('local:teacher')
})

test('after a claims challenge and after tokens are called back a newer token is given', async () => {
  const local = await openProbe()
  expect(await press(local, 'claims')).toBe('local:senco;cp1')
  local.server.emulator.admin.expire('senco')
  expect(await press(local, 'claims')).toBe('local:senco;g1;cp1')
})

test('signing in fails in each way that a host can fail', async () => {
  const local = await openProbe()
  const fail = (words: string) => local.page.getByLabel('Signing in').selectOption({ label: words })
  await fail('has no network')
  expect(await press(local, 'silent')).toBe('refused: no_network_connectivity')
  await fail('is switched off')
  expect(await press(local, 'silent')).toBe('refused: nested_app_auth_bridge_disabled')
  await fail('is cancelled')
  expect(await press(local, 'silent')).toBe('refused: user_canceled')
  await fail('asks the person first')
  expect(await press(local, 'silent')).toBe('refused: invalid_grant')
})

test('a person who is asked may refuse or accept, and then the token comes', async () => {
  const local = await openProbe()
  await local.page.getByLabel('Signing in').selectOption({ label: 'asks the person first' })
  await local.frame.getByRole('button', { name: 'popup', exact: true }).click()
  await local.page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => said(local, 'popup').textContent()).toBe('refused: user_canceled')
  await local.frame.getByRole('button', { name: 'popup', exact: true }).click()
  await local.page.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => said(local, 'popup').textContent()).toBe('local:senco')
})

test('a link into the tab opens at its place, one to elsewhere does not, and the place can be copied', async () => {
  const local = await openProbe()
  const box = local.page.getByLabel('Link into the tab')
  await box.fill('reviews/01K')
  await local.page.getByRole('button', { name: 'Open', exact: true }).click()
  await said(local, 'place').filter({ hasText: 'reviews/01K' }).waitFor()
  await local.page.getByRole('button', { name: 'Copy link' }).click()
  const link = await local.page.evaluate(() => navigator.clipboard.readText())
  expect(JSON.parse(new URL(link).searchParams.get('context') ?? '')).toEqual({ subEntityId: 'reviews/01K' })

  await box.fill('https://teams.microsoft.com/l/entity/another/app')
  await local.page.getByRole('button', { name: 'Open', exact: true }).click()
  await local.page.getByText('That link does not lead into this tab.').waitFor()
  await box.fill(link)
  await local.page.getByRole('button', { name: 'Open', exact: true }).click()
  await said(local, 'place').filter({ hasText: 'reviews/01K' }).waitFor()
})

test('what the stand-in does not answer is said aloud', async () => {
  const local = await openProbe()
  await press(local, 'tabs')
  const notes = await local.page.getByRole('log').textContent()
  expect(notes).toContain('The tab called getTabInstances, which this stand-in does not answer.')
})

test('a channel tab is set up on its settings page and then opens in the channel', async () => {
  const local = await openProbe()
  await local.page.getByRole('button', { name: 'Open the tab’s settings' }).click()
  await said(local, 'frame').filter({ hasText: 'settings' }).waitFor()
  const save = local.page.getByRole('button', { name: 'Save the tab' })
  expect(await save.isDisabled()).toBe(true)
  await press(local, 'save')
  await save.click()
  await local.page.getByText('The tab “SEND” was added.').waitFor()
  await said(local, 'frame').filter({ hasText: 'content' }).waitFor()
  expect(await said(local, 'team').textContent()).toBe('Oakfield SEND team')
})

test('the policy of the pages lets no request leave this machine', async () => {
  const local = await openProbe()
  local.ignore(/example\.org/)
  expect(await press(local, 'elsewhere')).toContain('refused')
})
