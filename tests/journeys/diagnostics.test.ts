import { expect, test } from 'vitest'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'

/** The checks ask one thing after the other, each with its time. */
const long = { timeout: 60_000 }

test('IT runs the checks, sees what to put right, tries what only a person can, and copies it all without a name', async () => {
  const local = await openLocal({ page: 'teams', persona: 'it' })
  const { frame, page, server } = local
  await server.emulator.admin.dropColumn('/sites/oakfield-senco', 'Pupils', 'gtUpn')
  await goTo(local, 'school/diagnostics')
  await frame.getByRole('button', { name: 'Run the checks' }).click()
  await frame.getByText(/^Checked at \d\d:\d\d\. 1 to put right/).waitFor(long)
  const sites = frame.getByRole('region', { name: 'Sites and lists' })
  await sites.getByText(/differing: Pupils \(UPN is missing\)/).waitFor()
  const signIn = frame.getByRole('region', { name: 'Signing in' })
  await signIn.getByText('Through the program around it').waitFor()
  await signIn.getByText(/Sites\.Selected/).waitFor()
  await frame.getByRole('button', { name: 'Ask SharePoint' }).click()
  const columns = frame.getByRole('group', { name: 'May the app change columns' })
  await expect.poll(() => columns.getByRole('radio', { name: 'Yes', exact: true }).isChecked()).toBe(true)
  await columns.getByRole('textbox').fill('As the owner of the site')
  expect(await seriousOn(local, 'diagnostics')).toEqual([])
  await local.shot('diagnostics')
  await frame.getByRole('checkbox', { name: 'With the addresses of the school’s sites' }).uncheck()
  await frame.getByRole('button', { name: 'Copy for support' }).click()
  await frame.getByText('Copied as plain text.').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('daily use? yes; As the owner of the site')
  expect(copied).toContain('To do: An owner of the site presses')
  expect(copied).not.toMatch(/oakfield|Sam|Whitlock|@/i)
  // Gone and come back: what was typed stands.
  await goTo(local, 'school/lists')
  await goTo(local, 'school/diagnostics')
  await frame.getByRole('button', { name: 'Run the checks' }).click()
  await frame.getByText(/^Checked at/).waitFor(long)
  await columns.getByText('As the owner of the site').waitFor()
}, 240_000)

test('somebody without access to the records can still run the checks and is told what stands in the way', async () => {
  const local = await openLocal({ page: 'teams', persona: 'governor' })
  local.ignore(/40[34]/)
  await goTo(local, 'school')
  await local.frame.getByRole('button', { name: 'Run the checks' }).click()
  await local.frame
    .getByText(/Sites\.Selected, role write/)
    .first()
    .waitFor(long)
}, 240_000)

test('the task pane has the checks at its foot, with the requirement sets of Word', async () => {
  const local = await openLocal({ page: 'word', viewport: { width: 1280, height: 800 } })
  const { frame } = local
  await frame.getByRole('button', { name: 'Checks for IT' }).click()
  await frame.getByRole('button', { name: 'Run the checks' }).click()
  await frame.getByText(/^Checked at/).waitFor(long)
  await frame.getByText('1.1 to 1.5', { exact: true }).waitFor()
  await frame.getByRole('listitem').filter({ hasText: 'Browser storage' }).waitFor()
  expect(await seriousOn(local, 'checks in the pane')).toEqual([])
  await local.shot('diagnostics-pane')
}, 240_000)
