import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Scenario } from '../../src/domain/records/scenario.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SupportStaff } from '../../src/domain/records/supportStaff.ts'
import { addDays, showDay } from '../../src/domain/rules/day.ts'
import { filledFromGroups } from '../../src/domain/rules/groupLines.ts'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

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

const untils = (rows: readonly { key: string; until: string | null }[]) =>
  new Map(rows.map(({ key, until }) => [key, until]))

test('a TA is thought away: side by side, read again, stopped midway, the rest applied through a reload, undone as a whole', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const records = recordsOf(local)
  const all = async () => ({
    staff: (await records.store(SupportStaff).all()).records,
    groups: (await records.store(Group).all()).records,
    lines: (await records.store(Allocation).all()).records,
    slots: (await records.store(Slot).all()).records,
  })
  const seeded = await all()
  await goTo(local, 'provision/scenarios')
  await frame.getByRole('table', { name: 'Side by side' }).waitFor()
  await local.shot('whatif-overview')

  // Made by choosing: no text is written by hand but its name.
  await frame.getByRole('button', { name: 'Think something through' }).click()
  const form = frame.getByRole('form', { name: 'Think something through' })
  await form.getByRole('textbox', { name: 'What if' }).fill('A teaching assistant leaves')
  await form.getByRole('button', { name: 'Think something through' }).click()
  await frame.getByRole('button', { name: 'Add a change' }).click()
  const change = frame.getByRole('form', { name: 'Add a change' })
  await change.getByRole('button', { name: 'Add this change' }).click()
  await change.getByText('Answer what is left first.').waitFor()
  const stored = (await records.store(Scenario).all()).records.find(({ name }) =>
    name.startsWith('A teaching'),
  )!
  // Somebody who gives a group that goes on, and by whom a plan’s provision is given.
  const running = filledFromGroups(seeded.lines, seeded.groups).filter(
    ({ until }) => until === null || until >= stored.starts,
  )
  const owed = (name: string) =>
    running.some((line) => line.staff === name && line.inPlan && line.specifiedMinutes !== null)
  const groupOf = (name: string) =>
    seeded.groups.find(
      (group) =>
        group.staff === name &&
        (group.until ?? '9') >= stored.starts &&
        running.some((line) => line.group === group.key),
    )
  const tom = seeded.staff.find(({ name, until }) => until === null && owed(name) && groupOf(name))!
  await change.getByLabel('Who goes').selectOption(tom.key)
  await change.getByLabel('Their work').selectOption('end')
  await local.shot('whatif-change')
  await change.getByRole('button', { name: 'Add this change' }).click()
  await frame.getByText(`Lose ${tom.name}: all of their work ends`).waitFor()

  // What it would come to: figures with their reasons, and pupil by pupil.
  const hours = frame
    .getByRole('table', { name: 'Side by side' })
    .getByRole('row', { name: /^Hours bought for support/ })
  expect(await hours.innerText()).toMatch(/less/)
  await hours.getByRole('button').last().click()
  await frame.getByText('Paid hours that are for support.').waitFor()
  await page.keyboard.press('Escape')
  await frame
    .getByRole('table', { name: 'Pupil by pupil' })
    .getByText(/as it is/)
    .first()
    .waitFor()
  await local.shot('whatif-one')
  expect(await seriousOn(local)).toEqual([])

  // Applying lists each record first; what plans specify is warned of and has to be acknowledged.
  await frame.getByRole('button', { name: 'Apply', exact: true }).click()
  const dialog = frame.getByRole('dialog', { name: /^Apply/ })
  const first = dialog.getByRole('list', { name: 'What would be written' }).getByRole('listitem').first()
  expect(await first.innerText()).toMatch(/Until: .*→/)
  const write = dialog.getByRole('button', { name: /^Write \d+ records/ })
  expect(await write.isDisabled()).toBe(true)
  await dialog.getByText(/Children and Families Act 2014, section 42/).waitFor()
  const acknowledge = dialog.getByRole('checkbox', { name: /stays owed/ })
  await acknowledge.check()
  await local.shot('whatif-apply')
  expect(await seriousOn(local)).toEqual([])

  // Somebody ends a group meanwhile: nothing is written, and the list says what it would be now.
  const group = groupOf(tom.name)!
  await records.store(Group).update(group, { until: addDays(stored.starts, 20) })
  const before = await all()
  await write.click()
  await dialog.getByText(/Nothing was written/).waitFor()
  expect((await records.store(Scenario).byKey(stored.key)).state).toBe('draft')
  expect(await write.isDisabled()).toBe(true)
  await dialog
    .getByText(new RegExp(`${showDay(addDays(stored.starts, 20))} → `))
    .first()
    .waitFor()
  await local.shot('whatif-read-again')
  await acknowledge.check()

  // Stopped midway: it says who is left without; the rest comes from the same plan.
  const slow = { by: 500 }
  await page.route(/\/\$batch$/, async (route) => {
    if (slow.by) await new Promise((done) => setTimeout(done, slow.by))
    await route.continue()
  })
  page.on('dialog', (one) => void one.accept())
  await write.click()
  const applying = frame.getByRole('region', { name: 'Applying' })
  await applying.getByRole('button', { name: 'Stop' }).click()
  await applying.getByText('Only a part of it is written').waitFor()
  await local.shot('whatif-part')
  await applying.getByRole('button', { name: 'Apply the rest' }).click()
  await applying.getByRole('button', { name: 'Pause' }).waitFor()
  slow.by = 0
  await page.reload()
  await goTo(local, `provision/scenarios/${stored.key}`)
  await applying.getByRole('button', { name: 'Go on' }).click()
  await applying.getByText(/^Finished:/).waitFor({ timeout: 40_000 })
  await local.shot('whatif-applied')
  expect(await applying.getByText('Only a part of it is written').count()).toBe(0)
  const after = await all()
  expect(after.staff.find(({ key }) => key === tom.key)!.until! < stored.starts).toBe(true)
  const isTheirs = ({ staff, until }: { staff: string | null; until: string | null }) =>
    staff === tom.name && (until === null || until >= stored.starts)
  expect(before.groups.filter(isTheirs).length).toBeGreaterThan(0)
  expect([...after.groups, ...after.slots].filter(isTheirs)).toEqual([])
  // Nothing is lost and nothing is there twice: what had begun is still there, ended.
  expect(after.lines).toHaveLength(before.lines.length)

  await applying.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Undo this job' }).click()
  await expect
    .poll(async () => untils((await all()).lines), { timeout: 40_000 })
    .toEqual(untils(before.lines))
  await frame.getByText(/^Finished:/).waitFor({ timeout: 40_000 })
  const undone = await all()
  for (const list of ['staff', 'groups', 'lines', 'slots'] as const)
    expect(untils(undone[list])).toEqual(untils(before[list]))
})
