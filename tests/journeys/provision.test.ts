import { expect, test } from 'vitest'
import type { AnyRecordType } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('a provision comes from the library, runs as a group with pupils and a time in the week, and staff see who comes', async () => {
  const local = await openLocal({ page: 'teams', viewport: { width: 1280, height: 900 } })
  const { frame } = local
  const records = recordsOf(local)
  const all = async <R extends AnyRecordType>(type: R) => (await records.store(type).all()).records
  const lines = (await records.store(Allocation).all()).records
  const pupils = (await records.store(Pupil).all()).records.filter(
    ({ status, key }) => status === 'K' && lines.some(({ pupil }) => pupil === key),
  )
  const [first, second] = [pupils[0]!, pupils[1]!]

  await goTo(local, 'provision')
  await frame.getByRole('button', { name: 'Begin from the library' }).click()
  const library = frame.getByRole('region', { name: 'Library' })
  await library.getByRole('searchbox').fill('words topic')
  await library.getByRole('button', { name: 'Copy: Vocabulary group' }).click()
  await frame.getByText('Vocabulary group is in your catalogue', { exact: true }).waitFor()
  expect(await seriousOn(local, 'the library')).toEqual([])
  await library.getByRole('button', { name: 'Close the library' }).click()
  const provision = (await all(Provision)).find((one) => one.name === 'Vocabulary group')!
  expect(provision).toMatchObject({ offered: true, minutes: 20, sessionsPerWeek: 3, line: 'ta' })

  // A group of it begins with what is usual.
  await frame.getByRole('button', { name: /^Vocabulary group/ }).click()
  await frame.getByRole('button', { name: 'Make a group' }).click()
  const form = frame.getByRole('form', { name: 'Make the group' })
  await form.getByRole('button', { name: 'Make the group' }).click()
  await frame.getByText('Nobody is in it yet. Put pupils in, each on their own days.').waitFor()
  const group = (await all(Group)).find((one) => one.provision === provision.key)!
  expect(group).toMatchObject({ name: 'Vocabulary group, group 1', minutes: 20, role: 'ta' })

  // Two pupils at once; dates the wrong way round are said beside the field and stop it.
  await frame.getByRole('button', { name: 'Put pupils in' }).click()
  const panel = frame.getByRole('region', { name: 'Put pupils in' })
  for (const pupil of [first, second]) {
    await panel.getByRole('combobox', { name: 'Find a pupil to put in' }).fill(fullName(pupil))
    await frame
      .getByRole('option', { name: fullName(pupil) })
      .first()
      .click()
  }
  const until = panel.getByRole('textbox', { name: /^Until/ }).first()
  await until.fill('1/9/2026')
  await until.press('Tab')
  await panel.getByText('Until is before from').waitFor()
  const put = panel.getByRole('button', { name: 'Put 2 pupils in' })
  expect(await put.isDisabled()).toBe(true)
  await until.fill('')
  await until.press('Tab')
  await put.click()
  const members = frame.getByRole('list', { name: 'In Vocabulary group, group 1' })
  await members.getByRole('link', { name: fullName(second) }).waitFor()
  const own = (await all(Allocation)).filter((line) => line.group === group.key)
  expect(own.map(({ minutes, until: end }) => [minutes, end])).toEqual([[null, null], [null, null]]) // prettier-ignore
  await local.shot('provision-group')
  expect(await seriousOn(local, 'the group')).toEqual([])

  // A time in the week; staff then see who comes to it.
  await frame.getByRole('link', { name: 'Give it a time in the week' }).click()
  await frame.getByRole('button', { name: 'Add a time' }).click()
  await frame.getByRole('combobox', { name: 'Who gives it' }).fill('Tom Bright')
  await frame.getByRole('option', { name: /^Tom Bright/ }).click()
  await frame.getByRole('button', { name: 'Go on to day and time' }).click()
  const time = frame.getByRole('form', { name: 'Put it into the week' })
  await time.getByRole('combobox', { name: 'Day' }).fill('Tues')
  await frame.getByRole('option', { name: 'Tuesday' }).click()
  await time.getByRole('textbox', { name: 'Begins' }).fill('9:25')
  await time.getByRole('button', { name: 'Put it into the week' }).click()
  await frame.getByRole('region', { name: 'A time in the week' }).waitFor()
  const slot = (await all(Slot)).find((one) => one.group === group.key)!
  expect(slot).toMatchObject({
    weekday: 'tue',
    starts: '9:25',
    userPrincipalName: 'tom.bright@oakfieldtrust.example',
  })
  await frame.getByRole('button', { name: 'Send again' }).click()
  await frame.getByText('Staff see who comes when', { exact: true }).first().waitFor()
  const shown = (await all(SlotPupil)).filter((row) => row.slot === slot.key)
  expect(shown.map(({ name }) => name).toSorted()).toEqual([fullName(first), fullName(second)].toSorted())
  await local.shot('provision-timetable')
  expect(await seriousOn(local, 'the timetable')).toEqual([])

  // Taken out, the pupil’s line ends; nothing is deleted, and the pupil’s own page has it as the group says.
  await goTo(local, `provision/groups/${group.key}`)
  await members.getByRole('button', { name: `Take out ${fullName(first)}` }).click()
  await frame
    .getByText(/^Out of Vocabulary group, group 1/)
    .first()
    .waitFor()
  const [ended] = (await all(Allocation)).filter((line) => line.group === group.key && line.until !== null)
  expect(ended?.pupil).toBe(first.key)
  await goTo(local, `pupil/${second.key}/provision`)
  await frame.getByText(/Vocabulary group, group 1 · 3 × 20 min a week/).waitFor()
  await local.shot('provision-pupil')
  expect(await seriousOn(local, 'the pupil')).toEqual([])
})

test('a group goes on into the next term once, though the first try failed midway', async () => {
  const local = await openLocal({ page: 'teams', viewport: { width: 1280, height: 900 } })
  const { frame, page } = local
  const records = recordsOf(local)
  const all = async <R extends AnyRecordType>(type: R) => (await records.store(type).all()).records
  const slots = await all(Slot)
  const before = await all(Allocation)
  const group = (await all(Group)).find(
    ({ key, until }) =>
      until !== null &&
      slots.some((slot) => slot.group === key) &&
      before.filter((line) => line.group === key && line.until === null).length > 1,
  )!
  const members = before.filter((line) => line.group === group.key && line.until === null)

  await goTo(local, `provision/groups/${group.key}`)
  await frame.getByRole('button', { name: 'Copy to the next term' }).click()
  const panel = frame.getByRole('region', { name: 'Copy to the next term' })
  await panel.getByRole('checkbox', { name: /^Copy its \d+ time/ }).waitFor()
  const name = await panel.getByRole('textbox', { name: 'Name' }).inputValue()
  const copies = async () => (await all(Group)).filter((one) => one.name === name)
  await local.shot('provision-copy')
  expect(await seriousOn(local, 'the copy')).toEqual([])

  // The group is stored, then the network goes: the lines are refused.
  const cut = '**/graph/v1.0/$batch'
  local.ignore(/batch/)
  await page.route(cut, (route) =>
    route.fulfill({ status: 400, json: { error: { code: 'invalidRequest', message: 'Not now' } } }),
  )
  await panel.getByRole('button', { name: /^Copy with \d+ pupils?$/ }).click()
  await expect.poll(async () => (await copies()).length, { timeout: 30_000 }).toBe(1)
  await panel.getByRole('status').filter({ hasText: 'is there already' }).waitFor()
  await page.unroute(cut)
  await panel.getByRole('button', { name: 'Cancel' }).click({ timeout: 60_000 })

  // Later, the page opened anew: it goes on where it stopped.
  await goTo(local, 'provision')
  await goTo(local, `provision/groups/${group.key}`)
  await frame.getByRole('button', { name: 'Copy to the next term' }).click()
  await panel.getByText(/^A copy that begins on that day is there already/).waitFor()
  await local.shot('provision-copy-again')
  await panel.getByRole('button', { name: 'Go on with the copy' }).click()
  await panel.waitFor({ state: 'detached' })
  const [copy, ...others] = await copies()
  expect(others).toEqual([])
  const lines = (await all(Allocation)).filter((line) => line.group === copy!.key)
  expect(lines.map(({ pupil }) => pupil).toSorted()).toEqual(members.map(({ pupil }) => pupil).toSorted())
  expect((await all(Slot)).filter((slot) => slot.group === copy!.key).length).toBe(
    slots.filter((slot) => slot.group === group.key).length,
  )

  // On paper: asked for whom, looked through, printed.
  await page.evaluate(() => Object.assign(window, { print: () => undefined }))
  await frame.getByRole('button', { name: 'Print the group' }).click()
  await local.shot('provision-print')
})

test('an entry of the catalogue gets a new version, and an ended line says what happened', async () => {
  const local = await openLocal({ page: 'teams', viewport: { width: 1280, height: 900 } })
  const { frame } = local
  const records = recordsOf(local)
  const all = async <R extends AnyRecordType>(type: R) => (await records.store(type).all()).records
  // A new version stands beside the old one, which can stop being offered.
  const provision = (await all(Provision)).find(({ name }) => name === 'Talk Time group')!
  await goTo(local, 'provision')
  await frame.getByRole('searchbox').first().fill(provision.name)
  await frame
    .getByRole('button', { name: new RegExp(`^${provision.name}`) })
    .first()
    .click()
  await frame.getByRole('button', { name: 'Duplicate as a new version' }).click()
  await frame
    .getByText(new RegExp(`takes the place of ${provision.name}`))
    .first()
    .waitFor()
  await expect
    .poll(async () => (await all(Provision)).filter(({ replaces }) => replaces === provision.key).length)
    .toBe(1)
  await frame.getByRole('button', { name: 'Not offered any more' }).first().click()
  await frame
    .getByText(new RegExp(`^${provision.name} is not offered any more`))
    .first()
    .waitFor()
  await local.shot('provision-version')
  expect(await seriousOn(local, 'the catalogue')).toEqual([])

  // What happened when a line ended.
  const today = new Date().toISOString().slice(0, 10)
  const ended = (await all(Allocation)).find(
    ({ until, exitDecision, group: of }) =>
      until !== null && until < today && exitDecision === null && of === null,
  )!
  await goTo(local, `pupil/${ended.pupil}/provision/${ended.key}`)
  const then = frame.getByRole('group', { name: 'What happened then' })
  await then.scrollIntoViewIfNeeded()
  await local.shot('provision-ended')
  await then.getByRole('button', { name: 'Carried on' }).click()
  await expect
    .poll(async () => (await records.store(Allocation).byKey(ended.key)).exitDecision)
    .toBe('continue')
})
