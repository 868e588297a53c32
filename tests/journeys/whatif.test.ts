import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Scenario } from '../../src/domain/records/scenario.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SupportStaff } from '../../src/domain/records/supportStaff.ts'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('a TA is thought away: set beside today, applied from the next term, and undone as a whole', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const all = async () => ({
    staff: (await records.store(SupportStaff).all()).records,
    groups: (await records.store(Group).all()).records,
    lines: (await records.store(Allocation).all()).records,
    slots: (await records.store(Slot).all()).records,
  })
  const before = await all()
  await goTo(local, 'provision/scenarios')
  await frame.getByRole('table', { name: 'Side by side' }).waitFor()
  await local.shot('whatif-overview')
  expect(await seriousOn(local)).toEqual([])

  // Made by choosing: no text is written by hand but its name.
  await frame.getByRole('button', { name: 'Think something through' }).click()
  const form = frame.getByRole('form', { name: 'Think something through' })
  await form.getByRole('textbox', { name: 'What if' }).fill('A teaching assistant leaves')
  await form.getByRole('button', { name: 'Think something through' }).click()
  await frame.getByRole('heading', { name: 'A teaching assistant leaves' }).waitFor()
  await frame.getByText('No changes yet').waitFor()
  await frame.getByRole('button', { name: 'Add a change' }).click()
  const change = frame.getByRole('form', { name: 'Add a change' })
  await change.getByRole('button', { name: 'Add this change' }).click()
  await change.getByText('Answer what is left first.').waitFor()
  // Somebody by whom a plan’s provision is given.
  const last = before.lines
    .map(({ until }) => until ?? '')
    .toSorted()
    .at(-1)
  const owedBy = (name: string) =>
    before.lines.filter(
      (line) => line.staff === name && line.inPlan && line.specifiedMinutes !== null && line.until === last,
    )
  const tom = before.staff.find(({ name, until }) => until === null && owedBy(name).length > 0)!
  await change.getByLabel('Who goes').selectOption(tom.key)
  await change.getByLabel('Their work').selectOption('end')
  await local.shot('whatif-change')
  expect(await seriousOn(local)).toEqual([])
  await change.getByRole('button', { name: 'Add this change' }).click()
  await frame.getByText(`Lose ${tom.name}: all of their work ends`).waitFor()
  const stored = (await records.store(Scenario).all()).records.find(({ name }) =>
    name.startsWith('A teaching'),
  )!
  expect(stored.changes).toContain(tom.key)

  // What it would come to, in figures with their reasons.
  const table = frame.getByRole('table', { name: 'Side by side' })
  const hours = table.getByRole('row', { name: /^Hours bought for support/ })
  expect(await hours.innerText()).toMatch(/less/)
  await hours.getByRole('button').last().click()
  await frame.getByText('Paid hours that are for support.').waitFor()
  await local.page.keyboard.press('Escape')
  await local.shot('whatif-one')
  expect(await seriousOn(local)).toEqual([])

  // Applying lists each record first; what plans specify is warned of and has to be acknowledged.
  await frame.getByRole('button', { name: 'Apply', exact: true }).click()
  const dialog = frame.getByRole('dialog', { name: /^Apply/ })
  await dialog.getByRole('list', { name: 'What would be written' }).waitFor()
  expect(
    await dialog
      .getByRole('list', { name: 'What would be written' })
      .getByRole('listitem')
      .first()
      .innerText(),
  ).toMatch(/Until: .*→/)
  const owed = dialog.getByRole('checkbox', { name: /stays owed/ })
  const write = dialog.getByRole('button', { name: /^Write \d+ records/ })
  expect(await write.isDisabled()).toBe(true)
  await dialog.getByText(/Children and Families Act 2014, section 42/).waitFor()
  await owed.check()
  await local.shot('whatif-apply')
  expect(await seriousOn(local)).toEqual([])
  await write.click()
  const applying = frame.getByRole('region', { name: 'Applying' })
  await applying.getByText(/^Finished:/).waitFor({ timeout: 40_000 })
  await local.shot('whatif-applied')
  const after = await all()
  const gone = after.staff.find(({ key }) => key === tom.key)!
  expect(gone.until! < stored.starts).toBe(true)
  const isTheirs = ({ staff, until }: { staff: string | null; until: string | null }) =>
    staff === tom.name && (until === null || until >= stored.starts)
  expect(before.groups.filter(isTheirs).length + before.lines.filter(isTheirs).length).toBeGreaterThan(0)
  expect(after.groups.filter(isTheirs)).toEqual([])
  expect(after.slots.filter(isTheirs)).toEqual([])
  // Nothing is lost: what had begun is still there, ended.
  expect(after.lines).toHaveLength(before.lines.length)

  const untils = (rows: readonly { key: string; until: string | null }[]) =>
    new Map(rows.map(({ key, until }) => [key, until]))
  await applying.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Undo this job' }).click()
  await frame.getByText(/^Finished:/).waitFor({ timeout: 40_000 })
  // The word stands there from the job before, too: what counts is what the records say.
  await expect
    .poll(async () => untils((await all()).lines), { timeout: 40_000 })
    .toEqual(untils(before.lines))
  const undone = await all()
  expect(untils(undone.lines)).toEqual(untils(before.lines))
  expect(untils(undone.staff)).toEqual(untils(before.staff))
  expect(untils(undone.slots)).toEqual(untils(before.slots))
})

test('hours, the week, the three-way match and cover of the staff', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  await goTo(local, 'provision/staff')
  await frame.getByRole('table', { name: 'Hours a week' }).getByText('Tom Bright').waitFor()
  await local.shot('staff-hours')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('tab', { name: 'Who is where' }).click()
  await frame.getByLabel('Who', { exact: true }).selectOption('Tom Bright')
  await frame.getByRole('rowheader', { name: 'Tom Bright' }).waitFor()
  await local.shot('staff-week')
  expect(await seriousOn(local)).toEqual([])

  // A plan’s minutes are suggested from its words, and recorded only when somebody says so.
  await frame.getByRole('tab', { name: 'Plan, map, timetable' }).click()
  await frame.getByRole('table', { name: 'Plan, map and timetable' }).waitFor()
  await local.shot('staff-match')
  expect(await seriousOn(local)).toEqual([])
  const open = async () =>
    (await records.store(Allocation).all()).records.filter(
      (line) => line.inPlan && line.specifiedMinutes === null,
    ).length
  const without = await open()
  await frame
    .getByRole('button', { name: /^Record \d+ min a week/ })
    .first()
    .click()
  await expect.poll(open).toBe(without - 1)

  await frame.getByRole('tab', { name: 'Cover' }).click()
  await frame.getByText('Tick who is away.').waitFor()
  for (const label of ['First day away', 'Last day away']) {
    const day = frame.getByLabel(label).first()
    await day.fill('next tue')
    await day.press('Tab')
  }
  await frame.getByRole('checkbox', { name: 'Tom Bright' }).check()
  expect(await frame.getByRole('checkbox', { checked: true }).count()).toBe(1)
  await frame
    .getByText(/Tom Bright is away|Tom Bright has no sessions on these days/)
    .first()
    .waitFor()
  await local.shot('staff-cover')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('tab', { name: 'Staff list' }).click()
  await frame.getByRole('button', { name: 'Add a member of staff' }).waitFor()
  await local.shot('staff-list')
  expect(await seriousOn(local)).toEqual([])
})

test('the head reads hours and what ifs on a phone, and changes nothing', async () => {
  const local = await openLocal({ page: 'teams', persona: 'head', viewport: { width: 400, height: 900 } })
  const { frame } = local
  await goTo(local, 'provision/staff?show=week')
  await frame.getByRole('heading', { name: 'Tom Bright' }).waitFor()
  await local.shot('staff-phone')
  expect(await seriousOn(local)).toEqual([])
  await goTo(local, 'provision/scenarios')
  await frame.getByRole('heading', { name: /^One teaching assistant fewer/ }).waitFor()
  await expect.poll(() => frame.getByRole('button', { name: 'Think something through' }).count()).toBe(0)
  await local.shot('whatif-phone')
  expect(await seriousOn(local)).toEqual([])
})
