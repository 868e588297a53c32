import { expect, test } from 'vitest'
import { goTo, openLocal, type Local } from './harness.ts'

const ready = ({ page }: Local): Promise<void> => page.getByText('The tab is ready').waitFor()
const screenColour = ({ frame }: Local): Promise<string> =>
  frame
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((root) => getComputedStyle(root).backgroundColor)

test('the SENCO opens the tab in Teams and sees what is due, signed in without being asked', async () => {
  const local = await openLocal({ page: 'teams' })
  await ready(local)
  await local.frame.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await expect.poll(() => local.frame.locator('body').textContent()).toMatch(/Overdue \d/)
})

test('the tab follows Teams from light to dark to high contrast', async () => {
  const local = await openLocal({ page: 'teams' })
  await ready(local)
  const seen = [await screenColour(local)]
  for (const theme of ['Dark', 'High contrast']) {
    await local.page.getByLabel('Theme').selectOption({ label: theme })
    await expect.poll(() => screenColour(local)).not.toBe(seen.at(-1))
    seen.push(await screenColour(local))
  }
  expect(seen.at(-1)).toBe('rgb(0, 0, 0)')
})

test('a governor who takes the SENCO’s place sees no pupil, and is told why', async () => {
  const local = await openLocal({ page: 'teams' })
  const name = await local.frame.getByRole('main').getByRole('link').first().textContent()
  expect(name).toBeTruthy()
  await local.page.getByLabel('Signed in as').selectOption('governor')
  await local.frame.getByRole('heading', { level: 1, name: 'Figures of the trust' }).waitFor()
  await local.frame.getByText(/You are not let into the figures of Northmoor/).waitFor()
  await goTo(local, 'register')
  await local.frame.getByText(/You don’t have access to the SENCO’s records/).waitFor()
  expect(await local.frame.locator('body').textContent()).not.toContain(name)
})

test('a link from Teams opens its place in the tab, in the school that it names', async () => {
  const local = await openLocal({ page: 'teams', query: { sub: 'northmoor/provision' } })
  await ready(local)
  await local.frame.getByText('Northmoor Academy').first().waitFor()
  await local.frame.getByRole('heading', { name: 'Provision' }).waitFor()
})

test('a tab added to a channel opens at the school that was chosen', async () => {
  const local = await openLocal({ page: 'teams', query: { frame: 'settings' } })
  await local.frame.getByRole('radio', { name: 'Northmoor Academy' }).check()
  await local.page.getByRole('button', { name: 'Save the tab' }).click()
  await local.page.getByText('The tab “SEND” was added.').waitFor()
  await expect.poll(() => local.frame.locator('body').textContent()).toMatch(/Northmoor Academy.*Overdue \d/s)
})
