import { expect, test } from 'vitest'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { StaffDay } from '../../src/domain/records/staffDay.ts'
import { addDays, londonDay } from '../../src/domain/rules/day.ts'
import { plannedSessions } from '../../src/domain/rules/ledger.ts'
import { calendarForStaff } from '../../src/domain/rules/staffDays.ts'
import { weekLetters } from '../../src/domain/rules/timetableWeek.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const ta = 'tom.bright@oakfieldtrust.example'

/** The last school day on which the assistant has sessions that nobody has logged. */
const lastOpenDay = async (local: Local) => {
  const records = recordsOf(local)
  const [slots, places, days, logs] = await Promise.all([
    records.store(Slot).about('userPrincipalName', ta),
    records.store(SlotPupil).all(),
    records.store(StaffDay).all(),
    records.store(Delivery).all(),
  ])
  const { calendar, counted } = calendarForStaff(days.records)
  const today = londonDay(new Date())
  const logged = new Set(logs.records.map(({ slot, day }) => `${slot}${day}`))
  const open = plannedSessions(
    {
      slots: slots.records,
      slotPupils: places.records,
      calendar,
      letterOf: weekLetters(calendar, counted),
    },
    addDays(today, -120),
    addDays(today, -1),
  ).filter(({ slot, day }) => !logged.has(`${slot}${day}`))
  const day = open
    .map((plan) => plan.day)
    .toSorted()
    .at(-1)!
  return { day, count: new Set(open.filter((plan) => plan.day === day).map(({ slot }) => slot)).size }
}

test('an assistant logs a session on a phone in two presses, says who was away, makes up for it, and takes it back', async () => {
  const local = await openLocal({ page: 'teams', persona: 'ta', viewport: { width: 360, height: 740 } })
  const { frame } = local
  const { day, count } = await lastOpenDay(local)
  const logsOf = async () =>
    (await recordsOf(local).store(Delivery).about('day', day)).records.filter((log) => log.day === day)
  const before = (await logsOf()).length

  // One press for the place, one for the log.
  await goTo(local, `sessions?day=${day}`)
  const open = frame.locator('[data-session="open"]')
  await expect.poll(() => open.count()).toBe(count)
  await local.shot('sessions-ta-360')
  expect(await seriousOn(local)).toEqual([])
  const usual = open.first().getByRole('button', { name: /^(All there|There), \d+ min$/ })
  await usual.dblclick()
  await expect.poll(() => open.count()).toBe(count - 1)
  const logged = await logsOf()
  // A double press logs each pupil once.
  expect(new Set(logged.map(({ allocation, slot }) => `${slot}${allocation}`)).size).toBe(logged.length)
  expect(logged.length).toBeGreaterThan(before)
  expect(logged.every(({ userPrincipalName }) => userPrincipalName === ta || before > 0)).toBe(true)

  // It comes back when it was a slip.
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => open.count()).toBe(count)
  expect((await logsOf()).length).toBe(before)

  // Somebody was away.
  await open.first().getByRole('button', { name: 'Otherwise' }).click()
  const card = frame.locator('section').filter({ has: frame.getByRole('list', { name: 'Who was there' }) })
  await card
    .getByRole('button', { name: /was there$/ })
    .first()
    .click()
  await card.getByRole('combobox').selectOption('trip')
  await card.getByRole('textbox', { name: 'Note' }).fill('Library van came')
  await local.shot('sessions-form-360')
  expect(await seriousOn(local)).toEqual([])
  await card.getByRole('button', { name: /^Log: / }).click()
  await frame
    .getByText(/trip or event/)
    .first()
    .waitFor()
  const missed = (await logsOf()).find((log) => log.missed === 'trip' && log.note === 'Library van came')
  expect(missed).toMatchObject({ minutes: 0, userPrincipalName: ta })

  // It is made up for.
  const late = frame.getByText(/^Missed and not made up for/)
  await late.waitFor()
  const folded = frame.locator('details:not([open])').filter({ has: late })
  if ((await folded.count()) > 0) await late.click()
  const owed = frame.getByRole('region', { name: 'Missed and not made up for' }).getByRole('listitem')
  await expect.poll(() => owed.filter({ hasText: 'trip or event' }).count()).toBeGreaterThan(0)
  const line = owed.filter({ hasText: 'trip or event' }).last()
  await line.getByRole('button', { name: /^Make up for it/ }).click()
  await frame.getByRole('button', { name: 'Log it' }).click()
  await frame.getByRole('list', { name: 'Made up for on this day' }).waitFor()
  await local.shot('sessions-made-up-360')
  expect(
    (await recordsOf(local).store(Delivery).about('makesUp', missed!.key)).records.map(
      ({ minutes }) => minutes,
    ),
  ).toEqual([missed!.planned])

  // The SENCO sees it, at the desk: by pupil, on these days, to the minute.
  const { page } = local
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(page.url().replace('as=ta', 'as=senco'))
  await goTo(local, `provision/delivery?by=staff&over=dates&from=${day}&until=${day}`)
  const tom = frame.getByRole('row', { name: /^Tom Bright/ })
  await tom.waitFor()
  expect(await tom.innerText()).toMatch(/1 × trip or event/)
  expect(await tom.innerText()).toMatch(/1 made up for/)
  await local.shot('delivered-staff-1440')
  expect(await seriousOn(local, 'delivered')).toEqual([])
  await frame.getByRole('button', { name: 'Section F' }).click()
  await frame.getByRole('button', { name: 'This half-term' }).click()
  // What no member of staff has in their list is asked about once, and answered in one press.
  const nobodys = frame.getByRole('region', { name: 'Nobody logs these' })
  const asked = nobodys.getByRole('button', { name: 'All given as planned' })
  await asked.first().waitFor()
  const more = nobodys.getByRole('button', { name: /^Show all/ })
  if ((await more.count()) > 0) await more.click()
  const many = await asked.count()
  await asked.first().click()
  await expect.poll(() => asked.count()).toBe(many - 1)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => asked.count()).toBe(many)
  await frame.getByRole('table', { name: 'Delivered by Section F' }).waitFor()
  await local.shot('delivered-plan-1440')

  // And in the pupil's own part.
  await goTo(local, `pupil/${missed!.pupil}/delivery`)
  await frame
    .getByText(/sessions, /)
    .first()
    .waitFor()
  await frame
    .getByText(/^Notes of staff/)
    .first()
    .click()
  await frame.getByText(/Library van came/).waitFor()
  await local.shot('delivery-pupil-1440')
  expect(await seriousOn(local, 'pupil')).toEqual([])
})

test('without a network what is logged waits on the page, is said so, can be changed, and is sent when the network is back', async () => {
  const local = await openLocal({ page: 'teams', persona: 'ta', viewport: { width: 360, height: 740 } })
  local.ignore(/ERR_INTERNET_DISCONNECTED/)
  const { frame, page } = local
  const { day, count } = await lastOpenDay(local)
  const logsOf = async () =>
    (await recordsOf(local).store(Delivery).about('day', day)).records.filter((log) => log.day === day)
  const before = (await logsOf()).length
  await goTo(local, `sessions?day=${day}`)
  const open = frame.locator('[data-session="open"]')
  await expect.poll(() => open.count()).toBe(count)

  // What is half said is not forgotten on another screen, which leads back to it.
  await open
    .nth(1)
    .getByRole('button', { name: /Otherwise/ })
    .click()
  await open.nth(1).getByRole('textbox', { name: 'Note' }).fill('Called away')
  await goTo(local, 'concerns')
  await frame.getByRole('heading', { name: 'Concerns', level: 1 }).waitFor()
  await local.shot('sessions-begun-360')
  await frame.getByRole('link', { name: /^1 not logged yet/ }).click()
  const begun = frame.locator('[data-session="open"]').filter({ has: frame.getByRole('textbox') })
  await expect.poll(() => begun.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Called away')
  await begun.getByRole('button', { name: 'Cancel' }).click()
  await goTo(local, `sessions?day=${day}`)
  await expect.poll(() => open.count()).toBe(count)

  await page.context().setOffline(true)
  const press = (at: number) =>
    open
      .nth(at)
      .getByRole('button', { name: /^(All there|There), \d+ min$/ })
      .click()
  await press(0)
  await open.nth(0).getByText('Not stored yet').waitFor()
  await open
    .nth(1)
    .getByRole('button', { name: /Otherwise/ })
    .click()
  await open.nth(1).getByRole('textbox', { name: 'Note' }).fill('Hall was in use')
  await open
    .nth(1)
    .getByRole('button', { name: /^Log: / })
    .click()
  await frame.getByText(/^2 sessions are not stored yet: you are offline/).waitFor()
  await local.shot('sessions-offline-360')
  expect(await seriousOn(local, 'offline')).toEqual([])

  // What waits can be changed, and comes along to another day and back.
  await open
    .nth(1)
    .getByRole('button', { name: /^Change/ })
    .click()
  const note = open.nth(1).getByRole('textbox', { name: 'Note' })
  expect(await note.inputValue()).toBe('Hall was in use')
  await note.fill('Hall was in use, library instead')
  await frame.getByRole('button', { name: 'The day before' }).click()
  await frame.getByText(/^1 session is not stored yet/).waitFor()
  await frame.getByRole('button', { name: 'The day after' }).click()
  await expect.poll(() => note.inputValue()).toBe('Hall was in use, library instead')
  await open
    .nth(1)
    .getByRole('button', { name: /^Log: / })
    .click()
  await frame.getByText(/^2 sessions are not stored yet/).waitFor()

  // Closing the page asks first.
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  expect((await logsOf()).length).toBe(before)

  await page.context().setOffline(false)
  await expect.poll(() => open.count(), { timeout: 20_000 }).toBe(count - 2)
  const logged = await logsOf()
  expect(logged.some(({ note: said }) => said === 'Hall was in use, library instead')).toBe(true)
  expect(new Set(logged.map(({ allocation, slot }) => `${slot}${allocation}`)).size).toBe(logged.length)
  expect(await frame.getByText(/not stored yet/).count()).toBe(0)
})
